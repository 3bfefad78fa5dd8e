package org.duijie.sample.data;

/** A division of the GB/T 2260 list; {@code level} is province, prefecture or county. */
record Division(String code, String name, String parentCode, String level) {}

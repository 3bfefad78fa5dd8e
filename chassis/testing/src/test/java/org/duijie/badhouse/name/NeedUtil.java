package org.duijie.badhouse.name;

/** Breaks "name". */
public class NeedUtil {}

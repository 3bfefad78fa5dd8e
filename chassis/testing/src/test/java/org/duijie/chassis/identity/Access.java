package org.duijie.chassis.identity;

/** Stands in for the annotation of chassis/core, which is built after this module. */
public @interface Access {}

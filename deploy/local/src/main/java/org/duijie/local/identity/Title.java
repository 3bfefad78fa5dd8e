package org.duijie.local.identity;

/** What an account is called in the two languages of the suite. */
public record Title(String zh, String en) {}

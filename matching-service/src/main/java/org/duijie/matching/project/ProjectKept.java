package org.duijie.matching.project;

import java.util.UUID;

/** Something of a project changed; observed after the commit. */
public record ProjectKept(UUID id) {}

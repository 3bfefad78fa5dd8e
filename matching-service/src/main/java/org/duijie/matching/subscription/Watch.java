package org.duijie.matching.subscription;

import java.util.List;
import java.util.UUID;

/**
 * What a subscription watches by name, instead of wishing for something.
 *
 * @param organization credit code of the subscriber
 * @param watched credit codes of organizations, or ids of projects
 */
record Watch(UUID id, String organization, List<String> watched) implements Asked {}

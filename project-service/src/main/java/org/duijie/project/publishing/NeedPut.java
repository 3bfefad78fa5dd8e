package org.duijie.project.publishing;

import org.duijie.project.need.NeedTerms;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher says about one of its needs.
 *
 * @param reference what the publisher calls the need
 * @param reason why it changes; required once it was published, or is closed
 */
public record NeedPut(
        String reference, NeedTerms terms, @Nullable String reason) {}

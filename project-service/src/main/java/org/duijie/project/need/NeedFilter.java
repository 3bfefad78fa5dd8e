package org.duijie.project.need;

import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Mode;
import org.jspecify.annotations.Nullable;

/**
 * Which needs a list is about; what is left out admits all.
 *
 * @param division code, whole or its first two or four digits; stands for everything under it
 */
record NeedFilter(
        @Nullable String division,
        @Nullable Field field,
        @Nullable Category category,
        @Nullable Mode mode,
        @Nullable NeedStatus status) {}

package org.duijie.project.need;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import org.duijie.project.need.NeedTerms.Category;
import org.duijie.project.need.NeedTerms.Field;
import org.duijie.project.need.NeedTerms.Mode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which needs a list is about; what is left out admits all. */
record NeedFilter(
        @QueryParam("division")
        @Pattern(regexp = NeedFilter.DIVISION, message = "{need.divisionPrefix}")
        @Parameter(
                description = "GB/T 2260 code, whole or its first two or four digits; covers everything under it",
                schema = @Schema(pattern = NeedFilter.DIVISION, maxLength = 6))
        @Nullable
        String division,

        @QueryParam("field") @Nullable Field field,
        @QueryParam("category") @Nullable Category category,
        @QueryParam("mode") @Nullable Mode mode,
        @QueryParam("status") @Nullable NeedStatus status) {

    static final String DIVISION = "[1-9]\\d(\\d{2}){0,2}";
}

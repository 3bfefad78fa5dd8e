package org.duijie.project.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.duijie.chassis.export.Columns;
import org.duijie.project.need.NeedResponse;

/** Needs as a table. */
final class NeedSheet {

    private NeedSheet() {}

    static Columns<NeedResponse> columns(ObjectMapper json) {
        return new Columns<NeedResponse>(json)
                .show("id", NeedResponse::id)
                .show("version", NeedResponse::version)
                .show("status", NeedResponse::status)
                .show("divisionCode", NeedResponse::divisionCode)
                .show("divisionName", NeedResponse::divisionName)
                .show("title", NeedResponse::title)
                .show("summary", NeedResponse::summary)
                .show("field", NeedResponse::field)
                .show("category", NeedResponse::category)
                .show("mode", NeedResponse::mode)
                .showJson("items", NeedResponse::items)
                .show("value", need -> need.value().amount())
                .show("currency", need -> need.value().currency())
                .show("splittable", NeedResponse::splittable)
                .show("beneficiaryPersons", need -> need.beneficiaries().persons())
                .show("beneficiaryHouseholds", need -> need.beneficiaries().households())
                .show("periodStart", NeedResponse::periodStart)
                .show("periodEnd", NeedResponse::periodEnd)
                .show("deadline", NeedResponse::deadline)
                .showWords("admittedLevels", NeedResponse::admittedLevels)
                .showWords("admittedTypes", NeedResponse::admittedTypes)
                .show("beneficiaryOrganization", NeedResponse::beneficiaryOrganization)
                .showJson("evidence", NeedResponse::evidence)
                .show("createdAt", NeedResponse::createdAt)
                .show("updatedAt", NeedResponse::updatedAt)
                .show("publishedAt", NeedResponse::publishedAt);
    }
}

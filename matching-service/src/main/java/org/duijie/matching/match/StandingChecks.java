package org.duijie.matching.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Edit.Subject;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.jspecify.annotations.Nullable;

/** Whether the organization may take part at all, and whether the need admits it. */
public final class StandingChecks {

    static final Check ELIGIBLE = new Check(
            pair -> !eligible(pair.organization(), pair.on()), StandingChecks::obstacle, StandingChecks::clear);

    static final Check LEVEL = new Check(
            pair -> {
                OrganizationFact organization = pair.organization();
                return organization != null && !ScopeChecks.admits(pair.need().admittedLevels(), organization.level());
            },
            pair -> Text.of(
                    "该需求只面向" + Words.of(pair.need().admittedLevels()).zh() + "组织，这家组织是"
                            + Words.of(level(pair)).zh() + "组织。",
                    "The need admits organizations of these levels only: "
                            + Words.of(pair.need().admittedLevels()).en() + "; this one is "
                            + Words.of(level(pair)).en() + "."),
            pair -> Change.of(
                    "需求增加面向“" + Words.of(level(pair)).zh() + "”组织。",
                    "Let the need admit the level " + Words.of(level(pair)).en() + ".",
                    Edit.add(Subject.NEED, "admittedLevels", level(pair))));

    static final Check TYPE = new Check(
            pair -> {
                OrganizationFact organization = pair.organization();
                return organization != null && !ScopeChecks.admits(pair.need().admittedTypes(), organization.type());
            },
            pair -> Text.of(
                    "该需求只面向" + Words.of(pair.need().admittedTypes()).zh() + "，这家组织是"
                            + Words.of(type(pair)).zh() + "。",
                    "The need admits organizations of these types only: "
                            + Words.of(pair.need().admittedTypes()).en() + "; this one is "
                            + Words.of(type(pair)).en() + "."),
            pair -> Change.of(
                    "需求增加面向“" + Words.of(type(pair)).zh() + "”。",
                    "Let the need admit the type " + Words.of(type(pair)).en() + ".",
                    Edit.add(Subject.NEED, "admittedTypes", type(pair))));

    /** Not judged before the need is handed in: a draft that names one organization after another would learn them all. */
    static final Check RELATED = new Check(
            pair -> {
                String beneficiary = pair.need().beneficiaryOrganization();
                OrganizationFact organization = pair.organization();
                return beneficiary != null
                        && pair.need().handedIn()
                        && (beneficiary.equals(pair.offer().creditCode())
                                || (organization != null
                                        && organization.relatedParties().contains(beneficiary)));
            },
            pair -> Text.of(
                    "需求的受益单位 " + beneficiary(pair) + " 是这家组织自身或其关联方。",
                    "The need's beneficiary " + beneficiary(pair)
                            + " is the organization itself or one of its related parties."),
            pair -> Change.of(
                    "需求改由无关联关系的单位受益。",
                    "Let the need benefit an organization that is not related.",
                    Edit.remove(Subject.NEED, "beneficiaryOrganization", beneficiary(pair))));

    private StandingChecks() {}

    /** May the organization take part on that day? One that is not known may not. */
    public static boolean eligible(@Nullable OrganizationFact organization, LocalDate on) {
        return organization != null
                && organization.verified()
                && !listed(organization.abnormalListings(), on)
                && !listed(organization.blacklistings(), on);
    }

    private static boolean listed(List<Listing> listings, LocalDate on) {
        return listings.stream().anyMatch(listing -> listing.stands(on));
    }

    private static Text obstacle(Pair pair) {
        OrganizationFact organization = pair.organization();
        if (organization == null) {
            return Text.of("这家组织的登记信息尚未收到。", "Nothing has been heard of this organization yet.");
        }
        if (!organization.verified()) {
            Text status = Words.of(organization.status());
            return Text.of("这家组织" + status.zh() + "。", "The organization is " + status.en() + ".");
        }
        return listed(organization.blacklistings(), pair.on())
                ? Text.of("这家组织在严重违法失信名单上。", "The organization is on the list of serious offenders.")
                : Text.of("这家组织在活动异常名录上。", "The organization is on the list of abnormal activity.");
    }

    private static Change clear(Pair pair) {
        OrganizationFact organization = pair.organization();
        List<Edit> edits = new ArrayList<>();
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        if (organization == null || !organization.verified()) {
            edits.add(Edit.set(Subject.ORGANIZATION, "status", "VERIFIED"));
            zh.add("经登记机关核实或恢复");
            en.add("have it verified or reinstated");
        }
        if (organization != null && listed(organization.blacklistings(), pair.on())) {
            edits.add(Edit.set(Subject.ORGANIZATION, "blacklistings.until", pair.on()));
            zh.add("移出严重违法失信名单");
            en.add("have it removed from the list of serious offenders");
        }
        if (organization != null && listed(organization.abnormalListings(), pair.on())) {
            edits.add(Edit.set(Subject.ORGANIZATION, "abnormalListings.until", pair.on()));
            zh.add("移出活动异常名录");
            en.add("have it removed from the list of abnormal activity");
        }
        return new Change(
                Text.of("这家组织" + String.join("，", zh) + "。", "The organization: " + String.join(", ", en) + "."),
                List.copyOf(edits));
    }

    private static String level(Pair pair) {
        OrganizationFact organization = pair.organization();
        return organization == null ? "" : organization.level();
    }

    private static String type(Pair pair) {
        OrganizationFact organization = pair.organization();
        return organization == null ? "" : organization.type();
    }

    private static String beneficiary(Pair pair) {
        String beneficiary = pair.need().beneficiaryOrganization();
        return beneficiary == null ? "" : beneficiary;
    }
}

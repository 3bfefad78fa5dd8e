package org.duijie.matching.reason;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Scale;
import org.duijie.matching.pairing.Pairing;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.jspecify.annotations.Nullable;

/** What of a pair has turned between two days though no fact changed. */
public final class Turns {

    private static final Text NO_RATING = Text.of("无有效等级", "no rating in force");
    private static final Text LISTED = Text.of("在列", "listed");
    private static final Text NOT_LISTED = Text.of("不在列", "not listed");
    private static final Text IN_FORCE = Text.of("有效", "in force");
    private static final Text NOT_IN_FORCE = Text.of("无效", "not in force");

    private final LocalDate from;
    private final LocalDate to;
    private final List<Turn> found = new ArrayList<>();

    private Turns(LocalDate from, LocalDate to) {
        this.from = from;
        this.to = to;
    }

    public static List<Turn> between(
            LocalDate from,
            LocalDate to,
            NeedFact need,
            OfferFact offer,
            @Nullable OrganizationFact organization,
            Pairings pairings) {
        Turns turns = new Turns(from, to);
        turns.ofNeed(need);
        turns.ofOffer(offer);
        if (organization != null) {
            turns.ofOrganization(organization);
            turns.ofPairings(organization, need, pairings);
        }
        return List.copyOf(turns.found);
    }

    /** What of an organization's standing has turned. */
    public static List<Turn> between(LocalDate from, LocalDate to, OrganizationFact organization) {
        Turns turns = new Turns(from, to);
        turns.ofOrganization(organization);
        return List.copyOf(turns.found);
    }

    private void ofNeed(NeedFact need) {
        if (passes(need.deadline())) {
            add(
                    new Difference(
                            "deadline", Text.of("对接截止日", "deadline"), until(need.deadline()), Text.of("已过", "passed")),
                    "需求的对接截止日 " + need.deadline() + " 已过",
                    "The need's deadline " + need.deadline() + " has passed");
        } else {
            urgency(need);
        }
        if (passes(need.periodEnd())) {
            add(
                    new Difference(
                            "periodEnd",
                            Text.of("实施期末日", "last day of the period"),
                            until(need.periodEnd()),
                            Text.of("已过", "passed")),
                    "需求的实施期已于 " + need.periodEnd() + " 结束",
                    "The need's period ended on " + need.periodEnd());
        }
    }

    private void urgency(NeedFact need) {
        Text before = band(from, need.deadline());
        Text after = band(to, need.deadline());
        if (!before.equals(after)) {
            add(
                    new Difference("deadline", Text.of("距对接截止日", "days to the deadline"), before, after),
                    "距需求的对接截止日 " + need.deadline() + " 由" + before.zh() + "变为" + after.zh(),
                    "The need's deadline " + need.deadline() + " is now " + after.en() + " away, before it was "
                            + before.en());
        }
    }

    private static Text band(LocalDate day, LocalDate deadline) {
        long days = ChronoUnit.DAYS.between(day, deadline);
        for (int band : Scale.URGENCY_DAYS) {
            if (days <= band) {
                return Text.of(" " + band + " 天以内", "at most " + band + " days");
            }
        }
        int longest = Scale.URGENCY_DAYS.getLast();
        return Text.of(" " + longest + " 天以上", "more than " + longest + " days");
    }

    private void ofOffer(OfferFact offer) {
        if (passes(offer.validUntil())) {
            add(
                    new Difference(
                            "validUntil",
                            Text.of("资源有效期末日", "last valid day of the offer"),
                            until(offer.validUntil()),
                            Text.of("已过", "passed")),
                    "资源的有效期已于 " + offer.validUntil() + " 届满",
                    "The offer ended on " + offer.validUntil());
        }
    }

    private void ofOrganization(OrganizationFact organization) {
        Rating rating = organization.rating();
        if (rating != null && rating.inForce(from) != rating.inForce(to)) {
            Text grade = Text.of(Values.grade(rating), Values.grade(rating));
            Text label = Text.of("评估等级", "rating");
            if (rating.inForce(to)) {
                add(
                        new Difference("rating", label, NO_RATING, grade),
                        "评估等级 " + grade.zh() + " 自 " + rating.validFrom() + " 起有效",
                        "The rating " + grade.en() + " is in force since " + rating.validFrom());
            } else {
                add(
                        new Difference("rating", label, grade, NO_RATING),
                        "评估等级 " + grade.zh() + " 已于 " + rating.validUntil() + " 到期",
                        "The rating " + grade.en() + " lapsed on " + rating.validUntil());
            }
        }
        listed("abnormalListings", Text.of("活动异常名录", "list of abnormal activity"), organization.abnormalListings());
        listed("blacklistings", Text.of("严重违法失信名单", "list of serious offenders"), organization.blacklistings());
    }

    private void listed(String member, Text list, List<Listing> listings) {
        boolean before = listings.stream().anyMatch(listing -> listing.stands(from));
        boolean after = listings.stream().anyMatch(listing -> listing.stands(to));
        if (before == after) {
            return;
        }
        if (after) {
            add(
                    new Difference(member, list, NOT_LISTED, LISTED),
                    "组织自 " + to + " 起列入" + list.zh(),
                    "The organization is on the " + list.en() + " as of " + to);
        } else {
            add(
                    new Difference(member, list, LISTED, NOT_LISTED),
                    "组织自 " + to + " 起移出" + list.zh(),
                    "The organization is off the " + list.en() + " as of " + to);
        }
    }

    private void ofPairings(OrganizationFact organization, NeedFact need, Pairings pairings) {
        Optional<Pairing> before = tie(organization, need, pairings, from);
        Optional<Pairing> after = tie(organization, need, pairings, to);
        Text label = Text.of("结对关系", "pairing");
        if (before.isPresent() && after.isEmpty()) {
            Text tie = words(before.get());
            add(
                    new Difference("pairing", label, IN_FORCE, NOT_IN_FORCE),
                    tie.zh() + "的结对关系已结束",
                    "The pairing of " + tie.en() + " ended");
        } else if (before.isEmpty() && after.isPresent()) {
            Text tie = words(after.get());
            add(
                    new Difference("pairing", label, NOT_IN_FORCE, IN_FORCE),
                    tie.zh() + "的结对关系开始",
                    "The pairing of " + tie.en() + " began");
        }
    }

    private static Optional<Pairing> tie(
            OrganizationFact organization, NeedFact need, Pairings pairings, LocalDate day) {
        String registrar = organization.registrarDivision();
        return pairings.ofDistrict(registrar, need.divisionCode(), day)
                .or(() -> organization.national()
                        ? Optional.empty()
                        : pairings.under(registrar, need.divisionCode(), day));
    }

    private static Text words(Pairing pairing) {
        return Text.of(
                pairing.districtName() + "与" + pairing.countyName(),
                pairing.districtName() + " with " + pairing.countyName());
    }

    private boolean passes(LocalDate lastDay) {
        return !from.isAfter(lastDay) && to.isAfter(lastDay);
    }

    private static Text until(LocalDate lastDay) {
        return Text.of(lastDay + " 止", "until " + lastDay);
    }

    private void add(Difference difference, String zh, String en) {
        found.add(new Turn(difference, Text.of(zh, en)));
    }
}

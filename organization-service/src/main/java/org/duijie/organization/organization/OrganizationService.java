package org.duijie.organization.organization;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.patch.MergePatch;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.chassis.time.Ids;
import org.duijie.organization.history.History;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What can be done with organizations. */
@ApplicationScoped
class OrganizationService {

    private final OrganizationRepository organizations;
    private final OrganizationAccess access;
    private final CurrentUser user;
    private final History history;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessDay day;
    private final MergePatch mergePatch;

    @Inject
    OrganizationService(
            OrganizationRepository organizations,
            OrganizationAccess access,
            CurrentUser user,
            History history,
            Outbox outbox,
            Ids ids,
            InstantSource clock,
            BusinessDay day,
            MergePatch mergePatch) {
        this.organizations = organizations;
        this.access = access;
        this.user = user;
        this.history = history;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.day = day;
        this.mergePatch = mergePatch;
    }

    @Transactional
    Organization register(OrganizationRequest request) {
        CreditCode code = new CreditCode(request.creditCode());
        access.requireActingFor(code);
        OrganizationProfile profile = request.profile();
        refusePersonalData(profile);
        OrganizationType type = code.type()
                .orElseThrow(() -> OrganizationProblem.NOT_A_SOCIAL_ORGANIZATION.at(
                        "#/creditCode",
                        "代码以 " + code.value().substring(0, 2) + " 开头，不是民政部门登记的社会组织。",
                        "The code begins with " + code.value().substring(0, 2)
                                + "; it was not given by civil affairs to a social organization."));
        Instant now = clock.instant();
        CreditCodeOverride override = overrideOf(request, now);
        refuseSelf(request.creditCode(), profile);
        if (organizations.holds(code)) {
            throw OrganizationProblem.ALREADY_REGISTERED.problem();
        }
        Organization organization = Organization.register(ids.next(), code, type, profile, override, now);
        organizations.persist(organization);
        try {
            publish(organization);
        } catch (ConstraintViolationException lostTheRace) {
            throw OrganizationProblem.ALREADY_REGISTERED.problem();
        }
        return organization;
    }

    /**
     * Changes what an organization says of itself in part.
     *
     * @param patch a merge patch of its {@link OrganizationProfile}
     */
    @Transactional
    Organization amend(UUID id, JsonNode patch, IfMatch ifMatch) {
        Organization organization = organizations.require(id);
        access.requireAmending(organization);
        ifMatch.require(organization.version());
        OrganizationProfile before = OrganizationProfile.of(organization);
        OrganizationProfile amended =
                mergePatch.apply(before, patch, OrganizationProfile.class).stripped();
        refusePersonalData(amended);
        refuseSelf(organization.creditCode(), amended);
        refuseFailingCodes(before, amended);
        organization.amend(amended, access.isRegistrarOf(organization), clock.instant());
        publish(organization);
        return organization;
    }

    @Transactional
    Organization verify(UUID id, IfMatch ifMatch) {
        return change(id, ifMatch, Organization::verify);
    }

    @Transactional
    Organization suspend(UUID id, SuspensionRequest request, IfMatch ifMatch) {
        return change(id, ifMatch, (organization, now) -> {
            PersonalData.refuse(OrganizationProblem.PERSONAL_DATA, Map.of("#/reason", request.reason()));
            organization.suspend(request.reason().strip(), now);
        });
    }

    @Transactional
    Organization reinstate(UUID id, IfMatch ifMatch) {
        return change(id, ifMatch, Organization::reinstate);
    }

    @Transactional
    Organization deregister(UUID id, IfMatch ifMatch) {
        return change(id, ifMatch, Organization::deregister);
    }

    @Transactional
    Organization stateStanding(UUID id, Standing standing, IfMatch ifMatch) {
        return change(id, ifMatch, (organization, now) -> {
            standing.check(day.today());
            organization.stateStanding(standing, now);
        });
    }

    private Organization change(UUID id, IfMatch ifMatch, BiConsumer<Organization, Instant> verb) {
        Organization organization = organizations.require(id);
        access.requireRegistrarOf(organization);
        ifMatch.require(organization.version());
        verb.accept(organization, clock.instant());
        publish(organization);
        return organization;
    }

    private void publish(Organization organization) {
        organizations.flush();
        List<OrganizationEvent> events = organization.takeEvents();
        outbox.addAll(events);
        history.add(events, access.author(organization), organization.updatedAt());
    }

    private @Nullable CreditCodeOverride overrideOf(OrganizationRequest request, Instant now) {
        if (request.creditCodeOverride() != null) {
            access.requireOverriding();
            PersonalData.refuse(
                    OrganizationProblem.PERSONAL_DATA,
                    Map.of(
                            "#/creditCodeOverride/reason",
                            request.creditCodeOverride().reason()));
        }
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("#/creditCode", request.creditCode());
        codes.putAll(relatedParties(request.relatedParties()));
        ProblemException failing = failing(codes);
        if (failing.faults().isEmpty()) {
            return null;
        }
        if (request.creditCodeOverride() == null) {
            throw failing;
        }
        return new CreditCodeOverride(request.creditCodeOverride().reason().strip(), user.id(), now);
    }

    /** Those that were admitted before stay, whatever their check says. */
    private static void refuseFailingCodes(OrganizationProfile before, OrganizationProfile amended) {
        Map<String, String> added = relatedParties(amended.relatedParties());
        added.values().removeAll(before.relatedParties());
        ProblemException failing = failing(added);
        if (!failing.faults().isEmpty()) {
            throw failing;
        }
    }

    /** By their places in the document. */
    private static Map<String, String> relatedParties(List<String> codes) {
        Map<String, String> places = new LinkedHashMap<>();
        for (int i = 0; i < codes.size(); i++) {
            places.put("#/relatedParties/" + i, codes.get(i));
        }
        return places;
    }

    private static ProblemException failing(Map<String, String> codes) {
        ProblemException failing = OrganizationProblem.CREDIT_CODE_CHECK_FAILED.problem();
        codes.forEach((pointer, code) -> {
            if (!new CreditCode(code).checks()) {
                failing.and(pointer, "校验位与前十七位不符。", "The last character does not fit the other seventeen.");
            }
        });
        return failing;
    }

    private static void refuseSelf(String creditCode, OrganizationProfile profile) {
        int self = profile.relatedParties().indexOf(creditCode);
        if (self >= 0) {
            throw OrganizationProblem.RELATED_TO_ITSELF.at(
                    "#/relatedParties/" + self, "关联方不能是该组织自身。", "An organization is not its own related party.");
        }
    }

    private static void refusePersonalData(OrganizationProfile profile) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("#/name", profile.name());
        texts.put("#/description", profile.description());
        PersonalData.refuse(OrganizationProblem.PERSONAL_DATA, texts);
    }
}

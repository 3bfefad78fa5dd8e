package org.duijie.organization.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.chassis.time.Ids;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What can be done with organizations. */
@ApplicationScoped
class OrganizationService {

    private final OrganizationRepository organizations;
    private final OrganizationAccess access;
    private final CurrentUser user;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    OrganizationService(
            OrganizationRepository organizations,
            OrganizationAccess access,
            CurrentUser user,
            Outbox outbox,
            Ids ids,
            InstantSource clock,
            BusinessDay day) {
        this.organizations = organizations;
        this.access = access;
        this.user = user;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.day = day;
    }

    @Transactional
    Organization register(OrganizationRequest request) {
        CreditCode code = new CreditCode(request.creditCode());
        access.requireActingFor(code);
        refusePersonalData(request);
        OrganizationType type = code.type()
                .orElseThrow(() -> OrganizationProblem.NOT_A_SOCIAL_ORGANIZATION.at(
                        "#/creditCode",
                        "代码以 " + code.value().substring(0, 2) + " 开头，不是民政部门登记的社会组织。",
                        "The code begins with " + code.value().substring(0, 2)
                                + "; it was not given by civil affairs to a social organization."));
        Instant now = clock.instant();
        CreditCodeOverride override = overrideOf(request, now);
        refuseSelf(request);
        if (organizations.holds(code)) {
            throw OrganizationProblem.ALREADY_REGISTERED.problem();
        }
        Organization organization = Organization.register(
                ids.next(), code, type, request.name().strip(), request.relatedParties(), override, now);
        organizations.persist(organization);
        try {
            publish(organization);
        } catch (ConstraintViolationException lostTheRace) {
            throw OrganizationProblem.ALREADY_REGISTERED.problem();
        }
        return organization;
    }

    @Transactional
    Organization verify(UUID id) {
        return change(id, Organization::verify);
    }

    @Transactional
    Organization suspend(UUID id, SuspensionRequest request) {
        PersonalData.refuse(OrganizationProblem.PERSONAL_DATA, Map.of("#/reason", request.reason()));
        return change(
                id, (organization, now) -> organization.suspend(request.reason().strip(), now));
    }

    @Transactional
    Organization reinstate(UUID id) {
        return change(id, Organization::reinstate);
    }

    @Transactional
    Organization deregister(UUID id) {
        return change(id, Organization::deregister);
    }

    @Transactional
    Organization stateStanding(UUID id, Standing standing) {
        standing.check(day.today());
        return change(id, (organization, now) -> organization.stateStanding(standing, now));
    }

    private Organization change(UUID id, BiConsumer<Organization, Instant> verb) {
        Organization organization = organizations.require(id);
        access.requireRegistrarOf(organization);
        verb.accept(organization, clock.instant());
        publish(organization);
        return organization;
    }

    private void publish(Organization organization) {
        organizations.flush();
        outbox.addAll(organization.takeEvents());
    }

    private @Nullable CreditCodeOverride overrideOf(OrganizationRequest request, Instant now) {
        if (request.creditCodeOverride() != null) {
            access.requireOverriding();
        }
        ProblemException failing = failingCodes(request);
        if (failing.faults().isEmpty()) {
            return null;
        }
        if (request.creditCodeOverride() == null) {
            throw failing;
        }
        return new CreditCodeOverride(request.creditCodeOverride().reason().strip(), user.id(), now);
    }

    private static ProblemException failingCodes(OrganizationRequest request) {
        ProblemException failing = OrganizationProblem.CREDIT_CODE_CHECK_FAILED.problem();
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("#/creditCode", request.creditCode());
        for (int i = 0; i < request.relatedParties().size(); i++) {
            codes.put("#/relatedParties/" + i, request.relatedParties().get(i));
        }
        codes.forEach((pointer, code) -> {
            if (!new CreditCode(code).checks()) {
                failing.and(pointer, "校验位与前十七位不符。", "The last character does not fit the other seventeen.");
            }
        });
        return failing;
    }

    private static void refuseSelf(OrganizationRequest request) {
        int self = request.relatedParties().indexOf(request.creditCode());
        if (self >= 0) {
            throw OrganizationProblem.RELATED_TO_ITSELF.at(
                    "#/relatedParties/" + self, "关联方不能是该组织自身。", "An organization is not its own related party.");
        }
    }

    private static void refusePersonalData(OrganizationRequest request) {
        Map<String, @Nullable String> texts = new LinkedHashMap<>();
        texts.put("#/name", request.name());
        if (request.creditCodeOverride() != null) {
            texts.put(
                    "#/creditCodeOverride/reason", request.creditCodeOverride().reason());
        }
        PersonalData.refuse(OrganizationProblem.PERSONAL_DATA, texts);
    }
}

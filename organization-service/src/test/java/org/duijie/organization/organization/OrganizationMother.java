package org.duijie.organization.organization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.duijie.chassis.time.BusinessDay;

/** Organizations of tests: invented, under valid codes. */
public final class OrganizationMother {

    private static final String BODY = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private OrganizationMother() {}

    /** The code of a foundation of this registrar that nobody has used before. */
    public static String aCreditCode(String registrarDivision) {
        StringBuilder code = new StringBuilder("53").append(registrarDivision);
        new Random().ints(9, 0, BODY.length()).forEach(i -> code.append(BODY.charAt(i)));
        return code.append(CreditCode.checkCharacter(code.toString())).toString();
    }

    static Organization aRegisteredOrganization(String day) {
        CreditCode code = new CreditCode(aCreditCode("130700"));
        return Organization.register(UUID.randomUUID(), code, code.type().orElseThrow(), aProfile(), null, on(day));
    }

    static OrganizationProfile aProfile() {
        return new OrganizationProfile("样例张家口云杉教育基金会0001号", null, List.of("53110000500309522J"));
    }

    static Organization aVerifiedOrganization(String day) {
        Organization organization = aRegisteredOrganization(day);
        organization.verify(on(day));
        return organization;
    }

    /** Noon of a business day. */
    static Instant on(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(BusinessDay.ZONE).toInstant();
    }
}

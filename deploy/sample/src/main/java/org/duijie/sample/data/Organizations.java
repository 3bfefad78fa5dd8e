package org.duijie.sample.data;

import static org.duijie.sample.data.Level.COUNTY;
import static org.duijie.sample.data.Level.MUNICIPAL;
import static org.duijie.sample.data.Level.NATIONAL;
import static org.duijie.sample.data.Level.PROVINCIAL;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes the synthetic organizations. Of every 24 in a row, 2 are national, 19 provincial (6 Beijing, 3 Tianjin, 10
 * Hebei), 2 municipal and 1 of a county. Every name begins with 样例 and ends with its number, so that nobody takes it
 * for a real one.
 */
public final class Organizations {
    private record Registration(Level level, Origin origin) {}

    private static final Registration NATIONWIDE = new Registration(NATIONAL, Origin.NATIONAL);
    private static final Registration BEIJING = new Registration(PROVINCIAL, Origin.BEIJING);
    private static final Registration TIANJIN = new Registration(PROVINCIAL, Origin.TIANJIN);
    private static final Registration HEBEI = new Registration(PROVINCIAL, Origin.HEBEI);
    private static final Registration CITY = new Registration(MUNICIPAL, Origin.HEBEI);
    private static final Registration COUNTY_OF_HEBEI = new Registration(COUNTY, Origin.HEBEI);

    private static final List<Registration> PATTERN = List.of(
            BEIJING,
            HEBEI,
            NATIONWIDE,
            TIANJIN,
            HEBEI,
            BEIJING,
            HEBEI,
            CITY,
            HEBEI,
            BEIJING,
            TIANJIN,
            HEBEI, //
            BEIJING,
            HEBEI,
            NATIONWIDE,
            HEBEI,
            BEIJING,
            CITY,
            HEBEI,
            TIANJIN,
            BEIJING,
            HEBEI,
            COUNTY_OF_HEBEI,
            HEBEI);

    private static final List<String> PLANTS =
            List.of("云杉", "白桦", "沙棘", "山桃", "青檀", "榆荫", "金莲", "木槿", "红枫", "蓝荆", "苍松", "石竹", "海棠", "银杏", "丁香", "雪柳");
    private static final List<String> AIMS = List.of("教育", "健康", "助农", "就业", "公益", "慈善", "科技", "社区", "志愿", "发展");

    /** The first organizations have accounts in the local run and are therefore always in order. */
    private static final int WITH_ACCOUNTS = 5;

    /** The place in the pattern that is tied to an organization of a county. */
    private static final int TIED = 10;

    private static final int TIED_TO = 22;

    private Organizations() {}

    /** Organization {@code number}, from 0. */
    public static SampleOrganization at(int number) {
        SplittableRandom chance = Seed.ORGANIZATION.of(number);
        Registration registration = PATTERN.get(number % PATTERN.size());
        String registrar = registrar(registration, chance);
        OrganizationType type = type(registration.level(), chance);
        return new SampleOrganization(
                number,
                CreditCode.of(type, registrar, number),
                name(number, registration, registrar, type, chance),
                type,
                registration.level(),
                registration.origin(),
                registrar,
                number % PATTERN.size() == TIED ? List.of(ofACounty(number).creditCode()) : List.of(),
                number < WITH_ACCOUNTS ? Blemish.NONE : Blemish.of(chance));
    }

    /** The organization of a county that stands in the same stretch of the pattern as {@code number}. */
    static SampleOrganization ofACounty(int number) {
        return at(number / PATTERN.size() * PATTERN.size() + TIED_TO);
    }

    private static String registrar(Registration registration, SplittableRandom chance) {
        return switch (registration.level()) {
            case NATIONAL, PROVINCIAL -> registration.origin().divisionCode();
            case MUNICIPAL -> Seed.pick(chance, Divisions.under("130000")).code();
            case COUNTY -> Seed.pick(chance, Divisions.poorCounties()).code();
        };
    }

    /** Only the ministry and the provinces register foundations. */
    private static OrganizationType type(Level level, SplittableRandom chance) {
        int draw = chance.nextInt(10);
        if (level == NATIONAL || level == PROVINCIAL) {
            return draw < 4
                    ? OrganizationType.FOUNDATION
                    : draw < 7 ? OrganizationType.ASSOCIATION : OrganizationType.SERVICE_INSTITUTION;
        }
        return draw < 5 ? OrganizationType.ASSOCIATION : OrganizationType.SERVICE_INSTITUTION;
    }

    private static String name(
            int number, Registration registration, String registrar, OrganizationType type, SplittableRandom chance) {
        String place = registration.level() == NATIONAL || registration.level() == PROVINCIAL
                ? registration.origin().label()
                : Divisions.get(registrar).name();
        String kind =
                switch (type) {
                    case ASSOCIATION -> Seed.pick(chance, List.of("促进会", "协会", "联合会"));
                    case SERVICE_INSTITUTION -> Seed.pick(chance, List.of("服务中心", "社会工作服务社"));
                    case FOUNDATION -> "基金会";
                };
        return "样例" + place + Seed.pick(chance, PLANTS) + Seed.pick(chance, AIMS) + kind + "%04d号".formatted(number);
    }
}

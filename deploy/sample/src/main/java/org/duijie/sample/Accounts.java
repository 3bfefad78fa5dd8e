package org.duijie.sample;

import java.util.List;
import org.duijie.sample.Account.Kind;
import org.duijie.sample.Account.Role;
import org.duijie.sample.Account.Title;
import org.duijie.sample.data.Organizations;

/** The accounts of the local run. */
public final class Accounts {
    private Accounts() {}

    /**
     * One or more for each actor; the organizations are the first ones of the sample. The platform stands for nobody by
     * itself: those who delegated to it are in the suite.
     */
    public static List<Account> all() {
        return List.of(
                countyBureau("zhangbei", "130722", "张北县", "Zhangbei county bureau"),
                countyBureau("kangbao", "130723", "康保县", "Kangbao county bureau"),
                superiorOffice("zhangjiakou", "130700", "张家口市民政局", "Zhangjiakou prefecture office"),
                superiorOffice("hebei", "130000", "河北省民政厅", "Hebei provincial office"),
                superiorOffice("beijing", "110000", "北京市民政局", "Beijing municipal office"),
                superiorOffice("tianjin", "120000", "天津市民政局", "Tianjin municipal office"),
                user("leading-group", Role.LEADING_GROUP, new Title("领导小组办公室", "Leading-group office")),
                user("supervisor", Role.SUPERVISOR, new Title("督导", "Supervisor")),
                organization("organization-a", 0),
                organization("organization-b", 1),
                new Account(
                        "partner",
                        Role.PARTNER_PLATFORM,
                        List.of(),
                        List.of(),
                        new Title("合作平台", "Partner platform"),
                        Kind.CLIENT));
    }

    private static Account countyBureau(String name, String division, String zh, String en) {
        return new Account(
                name, Role.COUNTY_BUREAU, List.of(division), List.of(), new Title(zh + "县级单位", en), Kind.USER);
    }

    private static Account superiorOffice(String name, String division, String zh, String en) {
        return new Account(name, Role.SUPERIOR_OFFICE, List.of(division), List.of(), new Title(zh, en), Kind.USER);
    }

    private static Account organization(String name, int number) {
        return new Account(
                name,
                Role.ORGANIZATION,
                List.of(),
                List.of(Organizations.at(number).creditCode()),
                new Title(Organizations.at(number).name(), "Synthetic organization " + number),
                Kind.USER);
    }

    private static Account user(String name, Role role, Title title) {
        return new Account(name, role, List.of(), List.of(), title, Kind.USER);
    }
}

package org.duijie.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.duijie.sample.data.SampleData;
import org.duijie.sample.data.SampleSize;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Listing;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Session;
import org.duijie.sample.text.Table;

/** Loads a sample: delegations, organizations, their offers, then needs. A second run finds everything and loads nothing. */
public final class Loader {
    private static final Duration UNAVAILABLE_AT_MOST = Duration.ofMinutes(2);
    private static final BigDecimal YI_YUAN = new BigDecimal("100000000");
    private static final int CELL = 40;

    private final Gateway gateway;
    private final SampleData data;
    private final LocalDate today;
    private final PrintWriter out;
    private final Crew crew;
    private final Patience patience = new Patience(UNAVAILABLE_AT_MOST);

    /** @param parallel how many requests are under way at a time */
    public Loader(Gateway gateway, SampleData data, LocalDate today, int parallel, PrintWriter out) {
        this.gateway = gateway;
        this.data = data;
        this.today = today;
        this.out = out;
        this.crew = new Crew(parallel, patience, out);
    }

    /** Whether the whole sample is now in the suite. If not, the report was printed. */
    public boolean load() {
        long began = System.nanoTime();
        Session office = gateway.as("leading-group");
        OrganizationLoader organizations = new OrganizationLoader(office, today);
        OfferLoader offers = new OfferLoader(office, organizations, patience);
        Session platform = gateway.as("partner");
        NeedLoader needs = new NeedLoader(platform, gateway.as("hebei"), office, patience);
        NeedPublisher publisher = new NeedPublisher(platform, office, patience, out);

        new DelegationLoader(office, today).load(patience);
        organizations.readExisting(patience);
        offers.readExisting();
        needs.readExisting();
        out.printf(
                "已有 already there: 组织 organizations %,d · 资源 offers %,d · 需求 needs %,d%n",
                organizations.existing(), offers.existing(), needs.existing());

        int organizationCount = data.size().organizations();
        crew.each("组织 organizations", organizationCount, data.organizations(), organizations::load);
        crew.each("资源 offers", data.size().offers(), data.offers(), offers::load);
        crew.each("停止活动 suspensions", organizationCount, data.organizations(), organizations::suspend);
        crew.each("未发布的需求 unpublished needs", data.unpublishedNeeds().count(), data.unpublishedNeeds(), needs::load);
        boolean published = publisher.publish(data.needs().filter(need -> !needs.had(need)));
        boolean complete = crew.report() && published;
        if (complete) {
            printCircular();
        }
        out.printf("用时 took %.1f s%n", (System.nanoTime() - began) / 1e9);
        return complete;
    }

    /** Reads the circular's needs back, as the public sees them, and adds them up by category. */
    private void printCircular() {
        Map<String, BigDecimal> worth = new TreeMap<>();
        Map<String, Integer> count = new TreeMap<>();
        Listing.read(gateway.asThePublic(), patience, "/needs?status=PUBLISHED", need -> {
            if (Mark.in(need).filter(Loader::isOfTheCircular).isPresent()) {
                String category = need.path("category").asText();
                worth.merge(category, amount(need), BigDecimal::add);
                count.merge(category, 1, Integer::sum);
            }
        });
        Table table = new Table("2018 年通报 circular", ">件数 needs", ">价值（亿元） worth (100 million CNY)");
        count.forEach((category, number) -> table.row(
                category, number, worth.getOrDefault(category, BigDecimal.ZERO).divide(YI_YUAN)));
        table.row(
                "合计 total",
                count.values().stream().mapToInt(Integer::intValue).sum(),
                worth.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(YI_YUAN));
        out.println(table.render(CELL));
    }

    private static boolean isOfTheCircular(String mark) {
        return mark.startsWith("N") && Integer.parseInt(mark.substring(1)) < SampleSize.SMALL.needs();
    }

    private static BigDecimal amount(JsonNode need) {
        return new BigDecimal(need.path("value").path("amount").asText("0"));
    }
}

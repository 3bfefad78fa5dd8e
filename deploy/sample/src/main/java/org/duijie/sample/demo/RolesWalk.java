package org.duijie.sample.demo;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Map;
import org.duijie.sample.data.Organizations;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Session;

/** Every role does its part, and is refused one that is not its own. Leaves nothing published behind. */
public final class RolesWalk {
    private static final String ZHANGBEI = "130722";
    private static final String KANGBAO = "130723";
    private static final String CHANGAN = "130102";

    private final Gateway gateway;
    private final LocalDate today;
    private final Narrator narrator;

    public RolesWalk(Gateway gateway, LocalDate today, PrintWriter out) {
        this.gateway = gateway;
        this.today = today;
        this.narrator = new Narrator(out);
    }

    /** Walks all roles, or throws at the first that is not as it should be. */
    public void walk() {
        String need = countyBureau();
        superiorOffice(need);
        thePublic(need);
        supervisor(need);
        organization();
        partnerPlatform();
        leadingGroup();
        gateway.as("zhangbei")
                .see("/needs/" + need)
                .post("withdrawal", Map.of("reason", "演示结束"))
                .expect(200);
    }

    private String countyBureau() {
        narrator.step("县级单位", "county bureau");
        Session zhangbei = gateway.as("zhangbei");
        Answer draft = zhangbei.post("/needs", need(ZHANGBEI, "张北县"));
        did("起草本县需求 drafts a need of its own", draft, 201);
        String need = draft.text("id");
        did("提交 submits it", zhangbei.see("/needs/" + need).post("submission"), 200);
        refused("为别县起草 drafts one of another county", zhangbei.post("/needs", need(KANGBAO, "康保县")), 403);
        return need;
    }

    private void superiorOffice(String need) {
        narrator.step("市级民政", "prefecture office");
        Session zhangjiakou = gateway.as("zhangjiakou");
        did(
                "审核下级的需求 reviews a need below it",
                zhangjiakou.see("/needs/" + need).post("review", Map.of("decision", "PUBLISH")),
                200);
        refused("代县起草 drafts for a county", zhangjiakou.post("/needs", need(ZHANGBEI, "张北县")), 403);
    }

    private void thePublic(String need) {
        narrator.step("社会公众", "the public");
        Session everyone = gateway.asThePublic();
        did("查看已发布的需求 reads a published need", everyone.get("/needs/" + need), 200);
        refused("起草 drafts a need", everyone.post("/needs", need(ZHANGBEI, "张北县")), 401);
    }

    private void supervisor(String need) {
        narrator.step("督导", "supervisor");
        Session supervisor = gateway.as("supervisor");
        did("查看匹配 reads its matches", supervisor.get("/matches?limit=1&need=" + need), 200);
        refused("撤回需求 withdraws it", supervisor.see("/needs/" + need).post("withdrawal", Map.of("reason", "演示")), 403);
    }

    private void organization() {
        narrator.step("社会组织", "organization");
        Session organization = gateway.as("organization-a");
        Answer offer = organization.post("/offers", DemoNeeds.booksOffer(idOf(0), today));
        did("开放本组织的资源 opens an offer of its own", offer, 201);
        refused("替别家开放 opens one of another", organization.post("/offers", DemoNeeds.booksOffer(idOf(1), today)), 403);
        did(
                "撤回 withdraws its own",
                organization.see("/offers/" + offer.text("id")).post("withdrawal", Map.of("reason", "演示结束")),
                200);
    }

    private void partnerPlatform() {
        narrator.step("合作平台", "partner platform");
        Session partner = gateway.as("partner");
        Answer draft = partner.post("/needs", need(KANGBAO, "康保县"));
        did("替委托的县起草 drafts for a county that delegated it", draft, 201);
        refused("替未委托的县起草 drafts for one that did not", partner.post("/needs", need(CHANGAN, "长安区")), 403);
        did(
                "撤回 withdraws it",
                partner.see("/needs/" + draft.text("id")).post("withdrawal", Map.of("reason", "演示结束")),
                200);
    }

    private void leadingGroup() {
        narrator.step("领导小组办公室", "leading-group office");
        Session office = gateway.as("leading-group");
        did("查看死信 lists dead letters", office.get("/services/matching-service/dead-letters"), 200);
        Answer draft = office.post("/needs", need(ZHANGBEI, "张北县"));
        did("起草 drafts a need", draft, 201);
        String need = "/needs/" + draft.text("id");
        did("提交 submits it", office.see(need).post("submission"), 200);
        refused("自审 reviews what it wrote itself", office.see(need).post("review", Map.of("decision", "PUBLISH")), 403);
        did("撤回 withdraws it", office.see(need).post("withdrawal", Map.of("reason", "演示结束")), 200);
    }

    private Map<String, Object> need(String division, String county) {
        return DemoNeeds.digitalClassroom(division, county, today);
    }

    private String idOf(int organization) {
        return gateway.asThePublic()
                .get("/organizations?creditCode="
                        + Organizations.at(organization).creditCode())
                .expect(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private void did(String what, Answer answer, int status) {
        narrator.seen(what + "：" + answer.expect(status));
    }

    private void refused(String what, Answer answer, int status) {
        if (answer.problem().isEmpty()) {
            throw new NotSeenException("没有被拒 was not refused: " + answer);
        }
        narrator.refused(what + "：" + answer.expect(status));
    }
}

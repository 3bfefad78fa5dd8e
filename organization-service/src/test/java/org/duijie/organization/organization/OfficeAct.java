package org.duijie.organization.organization;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** What the office that keeps the registration does, each on an organization in the state it needs. */
enum OfficeAct {
    VERIFY("verification", "REGISTERED", "VERIFIED"),
    SUSPEND("suspension", "VERIFIED", "SUSPENDED"),
    REINSTATE("reinstatement", "SUSPENDED", "VERIFIED"),
    DEREGISTER("deregistration", "VERIFIED", "DEREGISTERED"),
    STATE_STANDING("standing", "VERIFIED", "VERIFIED");

    private static final String REASON = "{\"reason\":\"未按期报送年度工作报告\"}";
    private static final String STANDING = """
            {"rating":{"grade":"AAAA","validFrom":"2016-01-01","validUntil":"2020-12-31"},
             "inspections":[{"year":2017,"result":"PASSED"},{"year":2018,"result":"BASICALLY_PASSED"}],
             "abnormalListings":[{"from":"2018-01-05","until":"2018-07-09","reason":"未按时报送年报"}],
             "blacklistings":[]}""";

    private final String path;
    private final String before;
    private final String after;

    OfficeAct(String path, String before, String after) {
        this.path = path;
        this.before = before;
        this.after = after;
    }

    Response send(RequestSpecification caller, String id) {
        String address = "/organizations/" + id + "/" + path;
        return switch (this) {
            case SUSPEND -> caller.body(REASON).post(address);
            case STATE_STANDING -> caller.body(STANDING).put(address);
            default -> caller.post(address);
        };
    }

    String before() {
        return before;
    }

    String after() {
        return after;
    }
}

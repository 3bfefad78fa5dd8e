package org.duijie.sample.data;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What needs ask for and offers give, with a believable price. Codes are hierarchical: the first segment is the kind,
 * and {@code SERVICE.SKILL_TRAINING} covers {@code SERVICE.SKILL_TRAINING.HOUSEKEEPING}.
 */
enum Resource {
    STUDENT_GRANT("FUNDS.STUDENT_GRANT", "困难家庭学生助学金"),
    MEDICAL_AID("FUNDS.MEDICAL_AID", "大病救助资金"),
    LIVING_AID("FUNDS.LIVING_AID", "临时生活救助资金"),
    INDUSTRY_FUND("FUNDS.INDUSTRY", "产业项目资金"),
    FACILITY_FUND("FUNDS.PUBLIC_FACILITY", "公益设施建设资金"),
    BOOKS("GOODS.BOOKS", "图书", "册", 25),
    STATIONERY("GOODS.STATIONERY", "学习用品", "套", 80),
    COMPUTERS("GOODS.COMPUTERS", "教学电脑", "台", 3_800),
    BEDDING("GOODS.BEDDING", "棉被褥", "套", 220),
    CLOTHING("GOODS.CLOTHING.WINTER", "棉衣", "件", 160),
    FOOD("GOODS.FOOD", "米面油", "份", 150),
    HEATING("GOODS.HEATING", "清洁取暖设备", "台", 2_600),
    FURNITURE("GOODS.FURNITURE", "家具", "套", 1_800),
    APPLIANCES("GOODS.APPLIANCES", "家用电器", "台", 1_200),
    MEDICINE("GOODS.MEDICINE", "常用药品", "箱", 900),
    MEDICAL_DEVICES("GOODS.MEDICAL_DEVICES", "基层诊疗设备", "台", 12_000),
    SEEDS("GOODS.SEEDS", "良种", "公斤", 12),
    GREENHOUSES("GOODS.GREENHOUSES", "设施大棚", "座", 38_000),
    SEWING_MACHINES("GOODS.SEWING_MACHINES", "缝纫设备", "台", 3_200),
    SOLAR_LAMPS("GOODS.SOLAR_LAMPS", "太阳能路灯", "盏", 2_400),
    FARM_TRAINING("SERVICE.FARM_TRAINING", "种植养殖技术指导", "人次", 260),
    MARKETING("SERVICE.MARKETING", "农产品产销对接", "场", 18_000),
    TEACHER_TRAINING("SERVICE.TEACHER_TRAINING", "乡村教师培训", "人次", 1_500),
    REMOTE_LESSONS("SERVICE.TEACHING.REMOTE", "远程课程", "课时", 300),
    DOCTOR_TRAINING("SERVICE.DOCTOR_TRAINING", "乡镇医生进修", "人次", 2_800),
    SCREENING("SERVICE.SCREENING", "疾病筛查", "人次", 120),
    HOUSEKEEPING_TRAINING("SERVICE.SKILL_TRAINING.HOUSEKEEPING", "家政服务技能培训", "人次", 1_800),
    ELECTRICIAN_TRAINING("SERVICE.SKILL_TRAINING.ELECTRICIAN", "电工技能培训", "人次", 2_200),
    JOB_PLACEMENT("SERVICE.JOB_PLACEMENT", "岗位推介", "人次", 400),
    SOCIAL_WORK("SERVICE.SOCIAL_WORK", "社会工作服务", "人月", 6_000),
    ELDERLY_CARE("SERVICE.CARE.ELDERLY", "养老照护服务", "人次", 90),
    CHILD_CARE("SERVICE.CARE.CHILDREN", "留守儿童关爱服务", "人次", 130),
    TEACHING_VOLUNTEERS("VOLUNTEERS.TEACHERS", "支教志愿者", "人月", 3_500),
    DOCTOR_VOLUNTEERS("VOLUNTEERS.DOCTORS", "义诊医务志愿者", "人日", 400),
    COMMUNITY_VOLUNTEERS("VOLUNTEERS.COMMUNITY", "社区志愿者", "人日", 150);

    /** Values of items are whole hundreds of yuan, as people estimate them. */
    private static final long GRAIN_FEN = 100_00;

    private final String code;
    private final String description;
    private final String unit;
    private final long unitFen;

    Resource(String code, String description) {
        this(code, description, "元", 1);
    }

    Resource(String code, String description, String unit, long unitYuan) {
        this.code = code;
        this.description = description;
        this.unit = unit;
        this.unitFen = unitYuan * 100;
    }

    String code() {
        return code;
    }

    String description() {
        return description;
    }

    /** As much of this as the value buys: money to the fen, anything else in whole units, at least one. */
    private Item worth(long fen) {
        Money value = Money.ofFen(fen);
        String kind = code.substring(0, code.indexOf('.'));
        String quantity =
                kind.equals("FUNDS") ? value.amount() : Long.toString(Math.max(1, (fen + unitFen / 2) / unitFen));
        return new Item(kind, code, description, quantity, unit, value);
    }

    /** Items of all these resources whose values add up to {@code fen}, each a fair share of it. */
    static List<Item> items(List<Resource> resources, long fen, SplittableRandom chance) {
        List<Item> items = new ArrayList<>();
        long left = fen;
        for (int rest = resources.size(); rest > 1; rest--) {
            long fairShare = left / rest;
            long share = Math.max(GRAIN_FEN, fairShare * chance.nextInt(60, 120) / 100 / GRAIN_FEN * GRAIN_FEN);
            items.add(resources.get(resources.size() - rest).worth(share));
            left -= share;
        }
        items.add(resources.getLast().worth(left));
        return items;
    }
}

package org.duijie.sample.data;

import static org.duijie.sample.data.Category.DEVELOPMENT;
import static org.duijie.sample.data.Category.DIRECT_AID;
import static org.duijie.sample.data.Category.PUBLIC_WELFARE;
import static org.duijie.sample.data.Field.EDUCATION;
import static org.duijie.sample.data.Field.EMPLOYMENT;
import static org.duijie.sample.data.Field.HEALTH;
import static org.duijie.sample.data.Field.INDUSTRY;
import static org.duijie.sample.data.Field.OTHER;
import static org.duijie.sample.data.Field.RELOCATION;
import static org.duijie.sample.data.Field.VOLUNTEERING;
import static org.duijie.sample.data.Mode.CAPACITY_BUILDING;
import static org.duijie.sample.data.Mode.RELIEF;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A kind of project that counties of Hebei really ask for: what it is called and what it takes. */
enum Theme {
    GRANTS(DIRECT_AID, EDUCATION, RELIEF, "困难家庭学生助学", "资助在校困难家庭学生完成学业", Resource.STUDENT_GRANT),
    LIBRARY(DIRECT_AID, EDUCATION, RELIEF, "乡村小学图书与学习用品", "为乡村小学补充图书和学习用品", Resource.BOOKS, Resource.STATIONERY),
    WARM_SCHOOLS(DIRECT_AID, EDUCATION, RELIEF, "寄宿制学校温暖过冬", "为寄宿制学校添置取暖设备和被褥", Resource.HEATING, Resource.BEDDING),
    MEDICAL_RELIEF(DIRECT_AID, HEALTH, RELIEF, "大病家庭救助", "减轻大病家庭的医疗负担", Resource.MEDICAL_AID),
    MEDICINE_CHEST(
            DIRECT_AID, HEALTH, RELIEF, "村卫生室药品器械", "为村卫生室配备常用药品和诊疗设备", Resource.MEDICINE, Resource.MEDICAL_DEVICES),
    WINTER_RELIEF(
            DIRECT_AID, OTHER, RELIEF, "困难群众越冬物资", "保障困难群众温暖过冬", Resource.CLOTHING, Resource.BEDDING, Resource.FOOD),
    LIVING_RELIEF(DIRECT_AID, OTHER, RELIEF, "困难群众临时生活救助", "帮助临时困难家庭渡过难关", Resource.LIVING_AID, Resource.FOOD),
    NEW_HOMES(DIRECT_AID, RELOCATION, RELIEF, "易地搬迁户家居配置", "为搬迁入住家庭配置基本家具家电", Resource.FURNITURE, Resource.APPLIANCES),

    CROPS(
            DEVELOPMENT,
            INDUSTRY,
            CAPACITY_BUILDING,
            "{product}良种推广与种植指导",
            "推广{product}良种并开展技术指导，带动农户增收",
            Resource.SEEDS,
            Resource.FARM_TRAINING),
    GREENHOUSE_FARMING(
            DEVELOPMENT,
            INDUSTRY,
            CAPACITY_BUILDING,
            "设施农业增收",
            "建设设施大棚，配套技术指导",
            Resource.GREENHOUSES,
            Resource.FARM_TRAINING,
            Resource.INDUSTRY_FUND),
    PROCESSING(
            DEVELOPMENT,
            INDUSTRY,
            CAPACITY_BUILDING,
            "{product}加工与产销对接",
            "支持{product}加工储运，对接京津市场",
            Resource.INDUSTRY_FUND,
            Resource.MARKETING),
    TEACHERS(
            DEVELOPMENT,
            EDUCATION,
            CAPACITY_BUILDING,
            "乡村教师能力提升",
            "培训乡村教师，提供远程课程",
            Resource.TEACHER_TRAINING,
            Resource.REMOTE_LESSONS),
    DIGITAL_CLASSROOMS(
            DEVELOPMENT,
            EDUCATION,
            CAPACITY_BUILDING,
            "数字教室与远程课堂",
            "为中小学建设数字教室，接入优质课程",
            Resource.COMPUTERS,
            Resource.REMOTE_LESSONS),
    CLINICS(
            DEVELOPMENT,
            HEALTH,
            CAPACITY_BUILDING,
            "乡镇卫生院服务能力提升",
            "培训乡镇医生并更新诊疗设备",
            Resource.DOCTOR_TRAINING,
            Resource.MEDICAL_DEVICES),
    HOUSEKEEPERS(
            DEVELOPMENT,
            EMPLOYMENT,
            CAPACITY_BUILDING,
            "家政服务技能培训与就业",
            "培训家政服务人员并推介到京津就业",
            Resource.HOUSEKEEPING_TRAINING,
            Resource.JOB_PLACEMENT),
    ELECTRICIANS(
            DEVELOPMENT,
            EMPLOYMENT,
            CAPACITY_BUILDING,
            "电工技能培训与就业",
            "培训电工并推介就业岗位",
            Resource.ELECTRICIAN_TRAINING,
            Resource.JOB_PLACEMENT),
    WORKSHOPS(
            DEVELOPMENT,
            EMPLOYMENT,
            CAPACITY_BUILDING,
            "乡村就业车间",
            "添置缝纫设备，就近吸纳劳动力就业",
            Resource.SEWING_MACHINES,
            Resource.INDUSTRY_FUND),

    TEACHING_VOLUNTEERS(
            PUBLIC_WELFARE,
            VOLUNTEERING,
            CAPACITY_BUILDING,
            "支教志愿服务",
            "组织志愿者到乡村学校支教",
            Resource.TEACHING_VOLUNTEERS,
            Resource.BOOKS),
    FREE_CLINICS(
            PUBLIC_WELFARE,
            VOLUNTEERING,
            RELIEF,
            "义诊进乡村",
            "组织医务志愿者到村义诊",
            Resource.DOCTOR_VOLUNTEERS,
            Resource.SCREENING,
            Resource.MEDICINE),
    SCREENING(PUBLIC_WELFARE, HEALTH, RELIEF, "老年人眼病筛查", "为老年人开展眼病筛查和后续服务", Resource.SCREENING, Resource.MEDICAL_AID),
    ELDERLY_CARE(
            PUBLIC_WELFARE, OTHER, RELIEF, "农村养老照护", "为高龄独居老人提供照护服务", Resource.ELDERLY_CARE, Resource.FACILITY_FUND),
    CHILD_CARE(
            PUBLIC_WELFARE,
            OTHER,
            CAPACITY_BUILDING,
            "留守儿童关爱之家",
            "建设留守儿童活动场所并提供陪伴服务",
            Resource.CHILD_CARE,
            Resource.FACILITY_FUND),
    NEW_COMMUNITIES(
            PUBLIC_WELFARE,
            RELOCATION,
            CAPACITY_BUILDING,
            "搬迁安置社区融入",
            "以社会工作服务帮助搬迁居民融入新社区",
            Resource.SOCIAL_WORK,
            Resource.COMMUNITY_VOLUNTEERS),
    STREET_LIGHTS(
            PUBLIC_WELFARE, OTHER, RELIEF, "村庄公益设施", "安装太阳能路灯，改善公共设施", Resource.SOLAR_LAMPS, Resource.FACILITY_FUND);

    private static final Map<Category, List<Theme>> BY_CATEGORY = Arrays.stream(values())
            .collect(Collectors.groupingBy(
                    Theme::category, () -> new EnumMap<>(Category.class), Collectors.toUnmodifiableList()));
    private static final Map<Field, List<Theme>> BY_FIELD = Arrays.stream(values())
            .collect(Collectors.groupingBy(
                    Theme::field, () -> new EnumMap<>(Field.class), Collectors.toUnmodifiableList()));

    /** What each prefecture with poor counties is known to grow. */
    private static final Map<String, List<String>> PRODUCTS = Map.of(
            "130100", List.of("核桃", "谷子"),
            "130300", List.of("板栗", "中药材"),
            "130400", List.of("花生", "设施蔬菜"),
            "130500", List.of("苹果", "酸枣"),
            "130600", List.of("核桃", "中药材", "食用菌"),
            "130700", List.of("马铃薯", "莜麦", "杂粮", "错季蔬菜"),
            "130800", List.of("食用菌", "山楂", "中药材"),
            "130900", List.of("金丝小枣", "旱碱麦"),
            "131100", List.of("设施蔬菜", "梨"));

    private final Category category;
    private final Field field;
    private final Mode mode;
    private final String title;
    private final String summary;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Resource> resources;

    Theme(Category category, Field field, Mode mode, String title, String summary, Resource... resources) {
        this.category = category;
        this.field = field;
        this.mode = mode;
        this.title = title;
        this.summary = summary;
        this.resources = List.of(resources);
    }

    static List<Theme> of(Category category) {
        return Objects.requireNonNull(BY_CATEGORY.get(category));
    }

    static List<Theme> of(Field field) {
        return Objects.requireNonNull(BY_FIELD.get(field));
    }

    /** What is grown where the county lies. */
    static List<String> productsOf(Division county) {
        return Objects.requireNonNull(PRODUCTS.get(county.parentCode()), county::code);
    }

    Category category() {
        return category;
    }

    Field field() {
        return field;
    }

    Mode mode() {
        return mode;
    }

    String title(Division county, String product) {
        return county.name() + title.replace("{product}", product) + "项目";
    }

    String summary(Division county, String product) {
        return county.name() + summary.replace("{product}", product) + "。";
    }

    List<Resource> resources() {
        return resources;
    }
}

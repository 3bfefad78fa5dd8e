package org.duijie.matching.backtest;

import java.util.List;
import org.duijie.chassis.text.Text;
import org.duijie.matching.filter.Member;
import org.duijie.matching.filter.Term;
import org.duijie.matching.match.Rule;

/** What may keep a need away: the hard rules, and what a subscription asks for. */
public enum Criterion {
    ORGANIZATION_NOT_ELIGIBLE("组织参与资格", "the organization's eligibility"),
    NEED_NOT_OPEN("需求未开放", "the need's status"),
    OFFER_NOT_OPEN("资源未开放", "the offer's status"),
    PERIOD_MISSED("时间不相接", "the days"),
    NO_COMMON_ITEM("没有共同物项", "the items"),
    FIELD_NOT_SERVED("资源的领域", "the offer's fields"),
    COUNTY_NOT_SERVED("资源的服务地区", "the offer's divisions"),
    MODE_NOT_SERVED("资源的帮扶方式", "the offer's modes"),
    BELOW_SMALLEST_COMMITMENT("最小承诺", "the smallest commitment"),
    BEYOND_LARGEST_COMMITMENT("最大承诺", "the largest commitment"),
    LEVEL_NOT_ADMITTED("需求面向的登记层级", "the levels that the need admits"),
    TYPE_NOT_ADMITTED("需求面向的组织类型", "the types that the need admits"),
    RELATED_PARTY("关联方", "related parties"),
    EXCLUDED("明确排除", "an exclusion"),
    FIELD_NOT_WANTED("订阅的领域", "the subscription's fields"),
    DIVISION_NOT_WANTED("订阅的地区", "the subscription's divisions"),
    MODE_NOT_WANTED("订阅的帮扶方式", "the subscription's modes"),
    CATEGORY_NOT_WANTED("订阅的项目类别", "the subscription's categories"),
    KIND_NOT_WANTED("所要求的物项种类", "the kinds of items that are asked for"),
    RESOURCE_NOT_WANTED("所要求的资源代码", "the resources that are asked for"),
    AMOUNT_NOT_WANTED("所要求的金额", "the amounts that are asked for"),
    DEADLINE_NOT_WANTED("所要求的截止日", "the deadlines that are asked for"),
    PRIORITY_NOT_WANTED("所要求的重点标记", "the priorities that are asked for"),
    TITLE_NOT_WANTED("所要求的标题文字", "the words of titles that are asked for"),
    FILTER_NOT_MET("过滤条件之一", "one of the filter's conditions"),
    SCORE_TOO_LOW("订阅的最低得分", "the subscription's minimum score");

    private final Text label;

    Criterion(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    static Criterion of(Rule rule) {
        return valueOf(rule.name());
    }

    /** Of what a filter asks for; a condition on several members at once has no name of its own. */
    static Criterion of(Term term) {
        List<Member> members = term.members();
        return members.size() == 1
                ? switch (members.getFirst()) {
                    case FIELD -> FIELD_NOT_WANTED;
                    case DIVISION -> DIVISION_NOT_WANTED;
                    case MODE -> MODE_NOT_WANTED;
                    case CATEGORY -> CATEGORY_NOT_WANTED;
                    case KIND -> KIND_NOT_WANTED;
                    case RESOURCE -> RESOURCE_NOT_WANTED;
                    case AMOUNT -> AMOUNT_NOT_WANTED;
                    case DEADLINE -> DEADLINE_NOT_WANTED;
                    case PRIORITY -> PRIORITY_NOT_WANTED;
                    case TITLE -> TITLE_NOT_WANTED;
                    case SCORE -> SCORE_TOO_LOW;
                }
                : FILTER_NOT_MET;
    }

    Text label() {
        return label;
    }
}

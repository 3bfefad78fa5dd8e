package org.duijie.project.ledger;

import org.duijie.chassis.problem.ProblemType;
import org.duijie.chassis.text.Text;

/** Why something is not written into the ledger. */
public enum LedgerProblem implements ProblemType {
    NOT_OPEN(
            409,
            Text.of("项目当前状态不能记这类账", "Nothing of this kind is recorded of a project that stands so"),
            Text.of(
                    "认捐和到账在项目结束前记；拨付在开始后记；结项后不再记账。",
                    "Pledges and receipts are recorded until the project ends, disbursements once it runs, nothing once it is closed.")),
    ITEM_UNKNOWN(
            422,
            Text.of("协议没有这个物项", "The agreement has no such item"),
            Text.of("请使用项目 items 中的 item。", "Use an item of the project's items.")),
    AMOUNT_UNFIT(
            422,
            Text.of("数额与物项不符", "The amount does not fit the item"),
            Text.of(
                    "资金只填金额；物资、服务和志愿者须填数量，并可填价值。",
                    "Of funds say the value; of goods, services and volunteers the quantity, and what they are worth.")),
    IN_THE_FUTURE(
            422,
            Text.of("日期在今天以后", "The day is still to come"),
            Text.of("请在事情发生后再报。", "Report it after it has happened.")),
    BEFORE_THE_AGREEMENT(
            422,
            Text.of("日期早于签约日", "The day is before the agreement"),
            Text.of("签约以前的捐赠不属于本项目。", "What was given before the agreement is not of this project.")),
    EVIDENCE_MISSING(
            422,
            Text.of("缺少证明", "There is no evidence"),
            Text.of("请先上传票据或照片，再以其 SHA-256 引用。", "Hand in a receipt or a photograph first, and name its SHA-256.")),
    REASON_MISSING(
            422,
            Text.of("缺少说明", "The reason is missing"),
            Text.of("请说明为何超过认捐。", "Say why more arrived than was pledged.")),
    PURPOSE_MISSING(
            409,
            Text.of("结余尚无用途", "What is left has no purpose yet"),
            Text.of("请先登记结余用途。", "Write down first what the money that is left goes to.")),
    TRANSFER_REPORTED(
            409,
            Text.of("本方已报过这一笔", "Your side has reported this transfer"),
            Text.of("要改已报的数，请更正那一笔。", "To change what was reported, correct that entry.")),
    TRANSFER_UNLIKE(
            409,
            Text.of("对方报的是另一回事", "The other side reports something else under this name"),
            Text.of(
                    "同一笔的种类、物项和来源须相同；另一笔请另取编号。",
                    "Kind, item and source of one transfer are the same; name another transfer otherwise.")),
    MORE_THAN_PLEDGED(
            409,
            Text.of("到账超过认捐", "More would have arrived than was pledged"),
            Text.of("超过的部分请另报为 EXCESS，并说明理由。", "Report what goes beyond as EXCESS, with a reason.")),
    MORE_THAN_RECEIVED(
            409,
            Text.of("拨付与退回超过到账", "More would be spent and returned than has arrived"),
            Text.of("请先报到账，或更正数额。", "Report the receipt first, or correct the amount.")),
    ENTRY_NOT_FOUND(404, Text.of("没有这一笔", "There is no such entry"), Text.of("请核对编号。", "Check the number.")),
    ENTRY_REPLACED(
            409,
            Text.of("这一笔已更正过", "This entry was corrected already"),
            Text.of("请更正最新的一笔。", "Correct the newest one.")),
    PERSONAL_DATA(
            422, Text.of("文字中含有个人信息", "The text holds personal data"), Text.of("请删去个人信息。", "Take personal data out."));

    private final Refusal refusal;

    LedgerProblem(int status, Text title, Text mend) {
        this.refusal = new Refusal(status, title, mend);
    }

    @Override
    public Refusal refusal() {
        return refusal;
    }
}

package org.duijie.gateway.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages in Chinese; the English ones are in {@code messages/msg_en.properties}. */
@MessageBundle
public interface Words {

    @Message("对接")
    String suite();

    @Message("京津冀社会组织帮扶对接平台")
    String tagline();

    @Message("县里需要什么，社会组织能给什么，在这里相遇；每一项承诺，都看得见地兑现。")
    String purpose();

    @Message("接口目录")
    String reference();

    @Message("每个操作的参数、示例与答复，可以直接试用。")
    String referenceAbout();

    @Message("问题目录")
    String problems();

    @Message("接口拒绝请求时给出的每一种原因，以及怎样改正。")
    String problemsAbout();

    @Message("运行状态")
    String health();

    @Message("各服务与身份服务此刻是否正常。")
    String healthAbout();

    @Message("接口描述文件")
    String document();

    @Message("OpenAPI 3.1，供程序读取和生成客户端。")
    String documentAbout();

    @Message("版本")
    String version();

    @Message("名称")
    String name();

    @Message("状态码")
    String status();

    @Message("说明")
    String meaning();

    @Message("怎样改正")
    String mend();

    @Message("返回问题目录")
    String backToProblems();

    @Message("机器可读：以 Accept: application/json 请求同一地址。")
    String machineReadable();

    @Message("没有这个问题名称")
    String noSuchProblem();

    @Message("以下服务暂时不可用，目录可能不全：{services}")
    String incomplete(String services);

    @Message("全部正常")
    String allUp();

    @Message("部分不可用")
    String degraded();

    @Message("不可用")
    String down();

    @Message("正常")
    String up();

    @Message("故障")
    String failed();

    @Message("部分")
    String part();

    @Message("原因")
    String cause();

    @Message("更新于 {time}")
    String asOf(String time);
}

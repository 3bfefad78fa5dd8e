package org.duijie.matching.delivery.address;

import org.duijie.chassis.text.Text;

/** Why nothing is sent to an address. */
public enum AddressFault {
    MALFORMED(Text.of("不是完整的 https 地址。", "It is not a complete https address.")),
    NOT_HTTPS(Text.of("须为 https 地址。", "Only https addresses are sent to.")),
    USER_INFO(Text.of("地址中不得含用户名或口令。", "An address has no user name and no password in it.")),
    FRAGMENT(Text.of("地址中不得含 # 片段。", "An address has no fragment (#).")),
    PORT(Text.of("端口须为 443 或 8443。", "The port is 443 or 8443.")),
    NOT_ASCII(Text.of("主机名须以 ASCII（punycode）书写。", "The host is written in ASCII (punycode).")),
    NUMERIC_HOST(Text.of("主机须为域名，或写法标准的 IP 地址。", "The host is a name, or an IP address in its one standard notation.")),
    RESERVED_NAME(Text.of("该主机名只在本机或内网有意义。", "This host name means something on a local network only.")),
    UNKNOWN_HOST(Text.of("该主机名无法解析。", "This host name does not resolve.")),
    LOOPBACK(Text.of("指向本机（环回）。", "It leads to the loopback.")),
    PRIVATE(Text.of("指向专用网络。", "It leads into a private network.")),
    LINK_LOCAL(Text.of("指向链路本地地址。", "It leads to a link-local address.")),
    METADATA(Text.of("指向云主机的元数据服务。", "It leads to a cloud's metadata service.")),
    SHARED(Text.of("指向运营商级 NAT 的共享地址。", "It leads to the shared addresses of carrier-grade NAT.")),
    TUNNEL(Text.of("内含另一个 IPv4 地址。", "It has an IPv4 address within an IPv6 address.")),
    RESERVED(Text.of("指向保留的、组播的或文档用的地址。", "It leads to a reserved, multicast or documentation address."));

    private final Text sentence;

    AddressFault(Text sentence) {
        this.sentence = sentence;
    }

    public Text sentence() {
        return sentence;
    }
}

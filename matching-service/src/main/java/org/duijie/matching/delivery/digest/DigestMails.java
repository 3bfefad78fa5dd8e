package org.duijie.matching.delivery.digest;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duijie.chassis.text.Text;

/** Lays mails out: each as plain text and as HTML, which loads nothing from anywhere. */
@Singleton
class DigestMails {

    private final Template html;
    private final Template text;

    @Inject
    DigestMails(@Location("digest.html") Template html, @Location("digest.txt") Template text) {
        this.html = html;
        this.text = text;
    }

    /** What is mailed once an address is confirmed. */
    Mail of(ClaimedDigest digest, ClaimedDigest.Matter matter, DigestContent content) {
        return new Mail()
                .addTo(digest.address())
                .setSubject(content.subject())
                .setText(text.data("mail", content).render())
                .setHtml(html.data("mail", content).render())
                .addHeader("Message-ID", messageId(digest, matter))
                .addHeader("List-Id", "<digest-" + digest.id() + ".duijie.org>")
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** What an address is sent first. */
    Mail asking(ClaimedDigest digest, String code) {
        Locale language = digest.language();
        return new Mail()
                .addTo(digest.address())
                .setSubject(Text.of("对接：请确认收件地址", "Duijie: please confirm your address")
                        .in(language))
                .setText(Text.of("""
                                统一社会信用代码为 %s 的组织请求将匹配动态寄送到本地址。

                                确认码：%s

                                请将确认码交给设立该邮件摘要的人。如与您无关，请忽略本邮件，不会再有来信。
                                """, """
                                The organization %s asked to have its match events mailed to this address.

                                Code: %s

                                Give the code to whoever made the digest. If this is none of your business, do nothing: no further
                                mail comes.
                                """).in(language).formatted(digest.organization(), code))
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** The same for the same content, so that a mail that is repeated after a crash shows itself as that. */
    private static String messageId(ClaimedDigest digest, ClaimedDigest.Matter matter) {
        String content = Stream.concat(
                        matter.streams().stream()
                                .map(stream -> stream.subscription() + ":" + stream.position() + "-" + stream.last()),
                        matter.notices().stream().map(notice -> notice.id().toString()))
                .collect(Collectors.joining(","));
        return "<" + digest.id() + "." + Integer.toHexString(content.hashCode()) + "@duijie.org>";
    }
}

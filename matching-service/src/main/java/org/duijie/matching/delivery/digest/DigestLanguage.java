package org.duijie.matching.delivery.digest;

import java.util.Locale;
import org.duijie.chassis.text.Text;

/** What a digest is written in. */
enum DigestLanguage {
    ZH(Text.CHINESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    DigestLanguage(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }
}

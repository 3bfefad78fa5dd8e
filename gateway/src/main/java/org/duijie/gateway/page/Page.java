package org.duijie.gateway.page;

import io.quarkus.qute.TemplateInstance;
import java.util.Locale;
import org.duijie.chassis.text.Language;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A page for people, in the language they ask for. */
public final class Page {

    /** Nothing from elsewhere, nothing inline: neither scripts nor styles. */
    private static final String OWN_FILES_ONLY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private Page() {}

    /** The language chosen on the page itself, or else the one the browser asks for. */
    public static Locale language(@Nullable String chosen, @Nullable String acceptLanguage) {
        return Language.of(chosen != null ? chosen : acceptLanguage);
    }

    /** Renders a page in a language. */
    public static RestResponse<String> of(TemplateInstance template, Locale language) {
        return of(template, language, OWN_FILES_ONLY);
    }

    /** Renders a page that needs a content security policy of its own. */
    public static RestResponse<String> of(TemplateInstance template, Locale language, String policy) {
        String html = template.setLocale(language)
                .data("language", language.toLanguageTag())
                .render();
        return RestResponse.ResponseBuilder.ok(html, "text/html;charset=UTF-8")
                .header("Content-Language", language.toLanguageTag())
                .header("Vary", "Accept, Accept-Language")
                .header("Cache-Control", "no-cache")
                .header("Content-Security-Policy", policy)
                .build();
    }
}

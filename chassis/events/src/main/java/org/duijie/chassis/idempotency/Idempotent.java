package org.duijie.chassis.idempotency;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that may be asked for twice and must act once: it honours {@code Idempotency-Key}. The key, the
 * effect and its events are committed in one transaction, which begins before the method; a refusal rolls all of it
 * back, so that the mended request may be sent under the same key.
 */
@Documented
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** Is a request without a key refused? True for what creates: nobody could tell a repetition from a second wish. */
    @Nonbinding
    boolean required() default true;

    /**
     * Does the command own its transaction, because something must be held before it begins? Then no transaction is
     * begun here, and the command calls {@link Idempotency#once} inside its own.
     */
    @Nonbinding
    boolean ownTransaction() default false;
}

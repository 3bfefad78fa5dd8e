package org.duijie.chassis.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may use an operation. {@link AccessCheck} holds callers to {@link #open} and {@link #roles} before anything of the
 * request is read; {@link #tenant} and {@link #foreign} say what the feature holds them to. All four are published with
 * the operation as {@code x-access}, and the rights matrix is made from there: what is declared here is tested for every
 * role on what is its own and what is another's.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Access {

    /** May the public, without a token? Then everybody may. */
    boolean open() default false;

    /** The roles that may; none named admits every signed-in caller. */
    Role[] roles() default {};

    /** What must be the caller's. The leading group's reach has no such bounds. */
    Tenant tenant() default Tenant.NONE;

    /** The status for what is another's: 404 where the caller may not know of it, 403 where everybody may. */
    int foreign() default 404;
}

package io.github.proxmoxmpc.api.internal.call;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The server may answer null where a value would be: the result is null then, and no malformed
 * answer. Stands on methods of the generated Retrofit interfaces.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OrNull {}

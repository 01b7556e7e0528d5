package io.github.proxmoxmpc.api.internal.call;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The server may hand on, inside of a success, that the guest agent refused: the call fails then.
 * Stands on methods of the generated Retrofit interfaces.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OrAgentError {}

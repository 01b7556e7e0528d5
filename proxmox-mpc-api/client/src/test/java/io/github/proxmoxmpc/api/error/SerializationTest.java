package io.github.proxmoxmpc.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.proxmoxmpc.api.error.ConnectionException.Reception;
import io.github.proxmoxmpc.api.error.InvalidRequestException.Fault;
import io.github.proxmoxmpc.api.error.MalformedResponseException.Field;
import io.github.proxmoxmpc.api.error.NotImplementedByServerException.Availability;
import io.github.proxmoxmpc.api.value.Upid;
import io.github.proxmoxmpc.api.value.VmId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A serialized exception keeps its message and its fields. */
class SerializationTest {
  private static final FailedCall CALL =
      new FailedCall("GET /x/{y}", "GET", "/x/1", "https://pve1:8006", "ci@pve!build");
  private static final ErrorResponse ANSWER = new ErrorResponse(500, "no", faults());
  private static final Upid UPID =
      Upid.of("UPID:pve:00003D71:0005BFC7:6B02519F:qmstart:300:root@pam:");
  private static final Throwable CAUSE = new IOException("broken");

  private static Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    faults.put("vmid", "taken");
    faults.put("cores", "too few");
    return faults;
  }

  static List<ProxmoxException> one() {
    return List.of(
        new ProxmoxException("x", CAUSE),
        new AuthenticationException(CALL, ANSWER),
        new ConflictException(CALL, ANSWER),
        ConnectionException.lost(CALL, CAUSE),
        new GuestAgentException(CALL, ANSWER, "CommandNotFound"),
        new GuestNotFoundException(CALL, VmId.of(100), "none"),
        new InvalidRequestException(
            "PUT /pools",
            List.of(new Fault("a", "1", "must be 2"), new Fault("b", null, "is required"))),
        new MalformedResponseException(new Field("a", "a number", "'x'"), CAUSE),
        new NodeUnreachableException(CALL, ANSWER),
        new NotFoundException(CALL, ANSWER),
        new NotImplementedByServerException(CALL, ANSWER, new Availability("8.1", "9.0", "GET /x")),
        new ParameterException(CALL, ANSWER),
        PermissionException.of(CALL, ANSWER, "VM.Audit"),
        new ServerException(CALL, ANSWER),
        new TaskFailedException(UPID, "no", List.of("the", "end")),
        new TaskTimeoutException(UPID, Duration.ofMinutes(1)),
        new TimeoutException(CALL, Reception.UNKNOWN, CAUSE),
        new TlsException(CALL, "who is it?", CAUSE),
        new UnavailableException(CALL, ANSWER),
        new UploadException(CALL, CAUSE, CAUSE),
        new WaitInterruptedException("x", CAUSE),
        new UnsupportedVersionException(
            "PUT /pools", new UnsupportedVersionException.Lack("it", "8.1", null), "7.4"));
  }

  @ParameterizedTest
  @MethodSource("one")
  void everyExceptionIsSerializedWithoutLoss(ProxmoxException before) throws Exception {
    ProxmoxException after = travelled(before);
    assertThat(after).isInstanceOf(before.getClass()).hasMessage(before.getMessage());
    assertThat(told(after)).isEqualTo(told(before));
  }

  @Test
  void everyExceptionTypeIsTested() {
    Set<String> all =
        new ClassFileImporter()
            .importPackages("io.github.proxmoxmpc.api.error").stream()
                .filter(type -> type.isAssignableTo(ProxmoxException.class))
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
    assertThat(one().stream().map(each -> each.getClass().getSimpleName()))
        .containsExactlyInAnyOrderElementsOf(all);
  }

  private static ProxmoxException travelled(ProxmoxException exception) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(exception);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (ProxmoxException) in.readObject();
    }
  }

  /** All that its own accessors say. */
  private static Map<String, Object> told(ProxmoxException exception) throws Exception {
    Map<String, Object> told = new TreeMap<>();
    for (Method method :
        Stream.of(exception.getClass().getMethods())
            .filter(each -> each.getParameterCount() == 0)
            .filter(each -> !Modifier.isStatic(each.getModifiers()))
            .filter(each -> each.getDeclaringClass().getPackageName().endsWith(".error"))
            .toList()) {
      told.put(method.getName(), String.valueOf(method.invoke(exception)));
    }
    return told;
  }
}

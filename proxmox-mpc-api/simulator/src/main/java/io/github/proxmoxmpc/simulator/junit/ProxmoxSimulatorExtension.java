package io.github.proxmoxmpc.simulator.junit;

import io.github.proxmoxmpc.simulator.Estate;
import io.github.proxmoxmpc.simulator.ProxmoxSimulator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Starts a {@link ProxmoxSimulator} before the tests and closes it after them. Register it with a
 * field:
 *
 * <pre>{@code
 * class InventoryTest {
 *   @RegisterExtension
 *   static final ProxmoxSimulatorExtension PVE =
 *       ProxmoxSimulatorExtension.with(Estate.builder().node("pve1").build()).resetBeforeEach();
 *
 *   @Test
 *   void theInventoryOfAnEmptyClusterIsEmpty() {
 *     Inventory inventory = Inventory.of(PVE.url(), PVE.token(), PVE.fingerprint());
 *     assertThat(inventory.guests()).isEmpty();
 *   }
 * }
 * }</pre>
 *
 * <p>With a static field, all tests of the class and of its nested classes share one simulator; it
 * keeps the changes that tests make, unless {@link #resetBeforeEach()} is used. With an instance
 * field, each test gets a simulator of its own.
 *
 * <p>Test methods, lifecycle methods and, with a static field, constructors can take a parameter of
 * type {@link ProxmoxSimulator}. A class with two of these extensions uses {@link #simulator()}
 * instead, because JUnit refuses a parameter that two extensions resolve.
 *
 * <p>Needs JUnit Jupiter 5.14 or newer, or 6, which the project that uses it declares. Thread-safe,
 * but tests that run in parallel should not share a simulator that is reset.
 */
public final class ProxmoxSimulatorExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {
  private final Estate estate;
  private final Consumer<ProxmoxSimulator.Builder> settings;
  private final boolean resets;
  private int openScopes;
  private @Nullable ProxmoxSimulator running;

  private ProxmoxSimulatorExtension(
      Estate estate, Consumer<ProxmoxSimulator.Builder> settings, boolean resets) {
    this.estate = estate;
    this.settings = settings;
    this.resets = resets;
  }

  /** Creates an extension whose simulator starts with the given estate. */
  public static ProxmoxSimulatorExtension with(Estate estate) {
    return new ProxmoxSimulatorExtension(estate, builder -> {}, false);
  }

  /** Returns a copy that restores the estate before each test. */
  public ProxmoxSimulatorExtension resetBeforeEach() {
    return new ProxmoxSimulatorExtension(estate, settings, true);
  }

  /** Returns a copy that also applies these settings, such as a fixed clock, before the start. */
  public ProxmoxSimulatorExtension configure(Consumer<ProxmoxSimulator.Builder> more) {
    return new ProxmoxSimulatorExtension(estate, settings.andThen(more), resets);
  }

  /**
   * Returns the running simulator.
   *
   * @throws IllegalStateException before the tests start and after they end
   */
  public synchronized ProxmoxSimulator simulator() {
    ProxmoxSimulator simulator = running;
    if (simulator == null) {
      throw new IllegalStateException(
          "The simulator is not running. It runs only during tests: is the field of the extension"
              + " annotated with @RegisterExtension?");
    }
    return simulator;
  }

  /** Returns the base URL of the running simulator; see {@link ProxmoxSimulator#url()}. */
  public String url() {
    return simulator().url();
  }

  /** Returns a token with all privileges; see {@link ProxmoxSimulator#token()}. */
  public String token() {
    return simulator().token();
  }

  /** Returns the certificate fingerprint; see {@link ProxmoxSimulator#fingerprint()}. */
  public String fingerprint() {
    return simulator().fingerprint();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    open();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    close();
  }

  @Override
  public synchronized void beforeEach(ExtensionContext context) {
    boolean isShared = running != null;
    open();
    if (resets && isShared) {
      simulator().reset();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    close();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ProxmoxSimulator.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return simulator();
  }

  // Scopes nest: JUnit calls a static extension for the class, for each nested class and each test.
  private synchronized void open() {
    openScopes++;
    if (running == null) {
      ProxmoxSimulator.Builder builder = ProxmoxSimulator.builder(estate);
      settings.accept(builder);
      running = builder.start();
    }
  }

  private synchronized void close() {
    openScopes--;
    ProxmoxSimulator simulator = running;
    if (openScopes == 0 && simulator != null) {
      running = null;
      simulator.close();
    }
  }
}

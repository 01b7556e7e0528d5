package io.github.proxmoxmpc.codegen.java;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.stringtemplate.v4.Interpreter;
import org.stringtemplate.v4.ModelAdaptor;
import org.stringtemplate.v4.ST;
import org.stringtemplate.v4.STErrorListener;
import org.stringtemplate.v4.STGroup;
import org.stringtemplate.v4.STGroupFile;
import org.stringtemplate.v4.misc.STMessage;

/** Reads the template files beside this class. Any error in a template fails the build. */
final class Templates {
  private Templates() {}

  /** Reads a file of templates whose models are records. */
  static STGroup read(String file) {
    URL templates = Objects.requireNonNull(Templates.class.getResource(file), file);
    STGroup group = new STGroupFile(templates, "UTF-8", '$', '$');
    group.setListener(new Failing());
    group.registerModelAdaptor(Record.class, new RecordAdaptor());
    return group;
  }

  /** StringTemplate looks for getters; records have none. */
  private static final class RecordAdaptor implements ModelAdaptor<Record> {
    @Override
    public @Nullable Object getProperty(
        Interpreter interpreter, ST self, Record model, Object property, String name) {
      try {
        var accessor = model.getClass().getDeclaredMethod(name);
        accessor.setAccessible(true);
        return accessor.invoke(model);
      } catch (NoSuchMethodException | IllegalAccessException e) {
        throw new IllegalStateException(model.getClass().getSimpleName() + " has no " + name, e);
      } catch (InvocationTargetException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  private static final class Failing implements STErrorListener {
    @Override
    public void compileTimeError(STMessage message) {
      throw new IllegalStateException(message.toString());
    }

    @Override
    public void runTimeError(STMessage message) {
      throw new IllegalStateException(message.toString());
    }

    @Override
    public void IOError(STMessage message) {
      throw new IllegalStateException(message.toString());
    }

    @Override
    public void internalError(STMessage message) {
      throw new IllegalStateException(message.toString());
    }
  }
}

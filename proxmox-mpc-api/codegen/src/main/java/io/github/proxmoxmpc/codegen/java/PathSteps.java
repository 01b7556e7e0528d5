package io.github.proxmoxmpc.codegen.java;

import io.github.proxmoxmpc.codegen.java.TemplateModels.Argument;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Child;
import io.github.proxmoxmpc.codegen.java.TemplateModels.Doc;
import io.github.proxmoxmpc.codegen.java.TemplateModels.PathValue;
import io.github.proxmoxmpc.codegen.java.text.Code;
import io.github.proxmoxmpc.codegen.java.text.JavaNames;
import io.github.proxmoxmpc.codegen.schema.TypeSchema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods that lead down the path tree, with their parameters. */
final class PathSteps {
  private final String rootPackage;

  PathSteps(String rootPackage) {
    this.rootPackage = rootPackage;
  }

  /** Returns the value that leads to a place; null if its segment is a literal. */
  static @Nullable PathValue valueOf(PathNode place) {
    if (!place.isParameter()) {
      return null;
    }
    return new PathValue(
        typeOf(place).plain(),
        JavaNames.member(place.name()),
        RuleCode.ofSegment(place.name(), place.parameterSchema()),
        place.parameterSchema().hasValuesOfReleases());
  }

  /**
   * Returns the steps from a place. A literal child becomes a method; a parameter below it becomes
   * the same method with an argument.
   */
  List<Child> from(PathNode place) {
    List<Child> steps = new ArrayList<>();
    for (PathNode child : place.children()) {
      String method = JavaNames.step(child.name());
      if (!child.isParameter()) {
        steps.add(step(method, child, null));
        for (PathNode grandchild : child.children()) {
          if (grandchild.isParameter()) {
            steps.addAll(withArgument(method, grandchild));
          }
        }
      } else if (place.isRoot() || place.isParameter()) {
        steps.addAll(withArgument(method, child));
      }
    }
    return steps;
  }

  /**
   * Returns the steps with an argument: of the identifier's type, and as a bare value. The bare
   * value is turned into the identifier, so that it is checked, too.
   */
  private List<Child> withArgument(String method, PathNode child) {
    String name = JavaNames.member(child.name());
    JavaType type = typeOf(child);
    List<Child> steps = new ArrayList<>();
    steps.add(step(method, child, new Argument(type.plain(), name, new Code(name))));
    if (type.isIdentifier()) {
      TypeSchema schema = child.parameterSchema();
      Code bare = new Code(schema.type().equals("integer") ? "int" : "String");
      Code made = new Code(type.name() + (schema.isLoose() ? ".read(" : ".of(") + name + ")");
      Doc doc = schema.isLoose() ? Facts.of(child) : Facts.ofChecked(child, type);
      steps.add(new Child(method, placeOf(child), doc, new Argument(bare, name, made)));
    }
    return steps;
  }

  private Child step(String method, PathNode child, @Nullable Argument argument) {
    return new Child(method, placeOf(child), Facts.of(child), argument);
  }

  private Code placeOf(PathNode child) {
    return new Code(child.packageName(rootPackage) + "." + child.typeName());
  }

  /** Returns the type of a path parameter: an identifier, a primitive or a string. */
  private static JavaType typeOf(PathNode parameter) {
    JavaType type = JavaType.scalar(parameter.parameterSchema());
    return type.isIdentifier() || type.primitive() != null ? type : JavaType.STRING;
  }
}

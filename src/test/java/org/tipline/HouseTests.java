package org.tipline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URL;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.web.bind.annotation.PostMapping;
import org.tipline.account.Seats;
import org.tipline.account.Sight;

class HouseTests {

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.tipline");

  @Test
  void arrowsBetweenRoomsPointOneWay() {
    ApplicationModules.of(Tipline.class).verify();
  }

  @Test
  void everyRoomIsNamedForWhatItDoes() {
    noClasses()
        .should()
        .resideInAnyPackage(
            "..util..", "..common..", "..helper..", "..entity..", "..dto..", "..service..")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(HOUSE);
  }

  /** Twilio's own client for its API brings its own HTTP; one class ties it to one host. */
  @Test
  void onlyOutboundAndTheDemoCallOtherHosts() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.tipline.outbound..", "org.tipline.demo..")
        .and()
        .doNotHaveFullyQualifiedName("org.tipline.channel.twilio.TwilioHttp")
        .and()
        .doNotHaveFullyQualifiedName("org.tipline.channel.twilio.TwilioHttp$OneRequestACall")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.net.http..", "org.springframework.web.client..", "org.apache.hc.."))
        .orShould()
        .callMethod(URL.class, "openStream")
        .orShould()
        .callMethod(URL.class, "openConnection")
        .check(HOUSE);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses()
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(HOUSE);
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Tipline.class.getName())
        .should()
        .callMethod(Clock.class, "systemUTC")
        .check(HOUSE);
  }

  /** Else a screen could ask for a tip by the seats of somebody who does not sit there. */
  @Test
  void onlyAccountSaysWhoSeesWhat() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.tipline.account..", "org.tipline.demo..")
        .should()
        .accessField(Sight.class, "EVERYWHERE")
        .orShould()
        .callConstructor(Sight.class, Set.class)
        .orShould()
        .callConstructor(Seats.class, UUID.class, Map.class)
        .check(HOUSE);
  }

  @Test
  void jsonIsJackson3() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.fasterxml.jackson.databind.."))
        .check(HOUSE);
  }

  /** Such a stream holds a connection until it is closed; a list gives it back by itself. */
  @Test
  void noQueryLeaksItsConnection() {
    noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream").check(HOUSE);
  }

  /**
   * To choose a handler Spring asks for such a parameter before it looks at the path, and asking
   * reads the body that webhooks are signed over.
   */
  @Test
  void noMappingIsChosenByAParameter() {
    noMethods()
        .should()
        .beAnnotatedWith(
            DescribedPredicate.<JavaAnnotation<?>>describe(
                "a mapping by parameters", HouseTests::isMappedByParameters))
        .check(HOUSE);
  }

  private static boolean isMappedByParameters(JavaAnnotation<?> annotation) {
    return annotation.getRawType().getPackageName().equals(PostMapping.class.getPackageName())
        && annotation.get("params").filter(params -> ((Object[]) params).length > 0).isPresent();
  }

  @Test
  void collaboratorsComeThroughTheConstructor() {
    noFields().should().beAnnotatedWith(Autowired.class).check(HOUSE);
  }

  @Test
  void onlyTheDemoWritesToTheConsole() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.tipline.demo..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .orShould()
        .callMethod(Throwable.class, "printStackTrace")
        .check(HOUSE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.speech.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.beamscribe.speech.text.PagePart;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * {@code report.html}: the report for people, in one file that loads nothing. Every value is
 * escaped by the template engine, and the page's content policy admits only our own scripts and
 * style by their hashes, so the name of a file can do no harm even if an escape were missing.
 */
final class ReportPage {
  /** From the webjar; the version is that of {@code chart.js.version} in the root pom. */
  private static final String CHART_JS =
      "/META-INF/resources/webjars/chart.js/4.4.9/dist/chart.umd.js";

  private static final Configuration TEMPLATES = templates();

  private ReportPage() {}

  static byte[] of(Report report) {
    PagePart chart =
        new PagePart(
            PagePart.of(ReportPage.class, CHART_JS)
                .text()
                .replaceAll("(?m)^//# sourceMappingURL=.*$", "")
                .strip());
    PagePart script = PagePart.of(ReportPage.class, "report.js");
    PagePart style = PagePart.of(ReportPage.class, "report.css");
    StringWriter page = new StringWriter();
    try {
      TEMPLATES
          .getTemplate("report.ftlh")
          .process(
              Map.of(
                  "view", ReportView.of(report),
                  "plots", json(ReportPlots.of(report)),
                  "style", style.text(),
                  "chart", chart.text(),
                  "script", script.text(),
                  "styleHash", style.hash(),
                  "chartHash", chart.hash(),
                  "scriptHash", script.hash()),
              page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("report.ftlh does not fit its values", e);
    }
    return page.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Configuration templates() {
    Configuration templates = new Configuration(Configuration.VERSION_2_3_34);
    templates.setClassForTemplateLoading(ReportPage.class, "");
    templates.setDefaultEncoding(StandardCharsets.UTF_8.name());
    templates.setOutputFormat(HTMLOutputFormat.INSTANCE);
    templates.setLocale(Locale.ROOT);
    templates.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    templates.setLogTemplateExceptions(false);
    return templates;
  }

  /** JSON that is safe within a script element. */
  private static String json(Object value) {
    try {
      return PagePart.data(new ObjectMapper().writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plots that JSON cannot hold", e);
    }
  }
}

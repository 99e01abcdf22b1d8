// SPDX-License-Identifier: Apache-2.0
package io.beamscribe.service.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A caller's container at an address: one of Azure Blob Storage with a shared access signature, or
 * a signed listing of S3.
 */
public final class Container {
  private static final int MOST_FILES = 10_000;
  private static final int MOST_LISTING = 32 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final GuardedClient client;
  private final URI address;

  /** A file in it: its path, and the address to read it at. */
  public record Blob(String path, String address) {}

  /** A part of a listing. */
  private record Listing(boolean azure, List<String> names, String next) {}

  public Container(GuardedClient client, URI address) {
    this.client = client;
    this.address = address;
  }

  /**
   * Lists its files.
   *
   * @throws IOException if it cannot be listed or has more than 10,000, with a sentence for people
   */
  public List<Blob> list() throws IOException {
    List<Blob> blobs = new ArrayList<>();
    String marker = "";
    do {
      Listing part = read(marker);
      part.names().forEach(name -> blobs.add(new Blob(name, at(name, part.azure()).toString())));
      marker = part.next();
      if (blobs.size() > MOST_FILES) {
        throw new IOException("The container has more than " + MOST_FILES + " files.");
      }
    } while (!marker.isEmpty());
    return blobs;
  }

  /** Writes a file into a container of Azure Blob Storage. */
  public String put(String name, Path file) throws IOException {
    URI target = at(name, true);
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(target)
                .timeout(PATIENCE)
                .header("x-ms-blob-type", "BlockBlob")
                .header("x-ms-version", "2021-12-02")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofFile(file))
                .build(),
            MOST_LISTING);
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          "The destination container answers with status " + response.statusCode() + ".");
    }
    return target.toString();
  }

  private Listing read(String marker) throws IOException {
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(listing(marker))
                .timeout(PATIENCE)
                .header("x-ms-version", "2021-12-02")
                .build(),
            MOST_LISTING);
    if (response.statusCode() != 200) {
      throw new IOException("The container answers with status " + response.statusCode() + ".");
    }
    try {
      return parse(response.body());
    } catch (XMLStreamException e) {
      throw new IOException("The container answers with no listing.", e);
    }
  }

  /** A signature of S3 covers the whole query, so that its listing is asked for as it is. */
  private URI listing(String marker) {
    String query = query();
    if (query.contains("list-type=") || query.contains("X-Amz-Signature")) {
      return address;
    }
    return URI.create(
        base()
            + "?restype=container&comp=list"
            + (marker.isEmpty() ? "" : "&marker=" + encode(marker))
            + (query.isEmpty() ? "" : "&" + query));
  }

  private URI at(String name, boolean azure) {
    StringBuilder path = new StringBuilder(base());
    for (String part : name.split("/", -1)) {
      path.append('/').append(encode(part));
    }
    return URI.create(path + (azure && !query().isEmpty() ? "?" + query() : ""));
  }

  private String base() {
    return address.toString().replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
  }

  private String query() {
    return address.getRawQuery() == null ? "" : address.getRawQuery();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Listing parse(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    List<String> names = new ArrayList<>();
    String next = "";
    String root = "";
    String parent = "";
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String element = reader.getLocalName();
      root = root.isEmpty() ? element : root;
      if (element.equals("Blob") || element.equals("Contents")) {
        parent = element;
      } else if (element.equals("Name") && parent.equals("Blob")
          || element.equals("Key") && parent.equals("Contents")) {
        names.add(reader.getElementText());
        parent = "";
      } else if (element.equals("NextMarker")) {
        next = reader.getElementText();
      }
    }
    if (!root.equals("EnumerationResults") && !root.equals("ListBucketResult")) {
      throw new XMLStreamException("unknown listing");
    }
    names.removeIf(name -> name.endsWith("/"));
    boolean azure = root.equals("EnumerationResults");
    return new Listing(azure, names, azure ? next : "");
  }
}

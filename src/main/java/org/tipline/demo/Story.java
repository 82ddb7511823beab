package org.tipline.demo;

import java.nio.file.Path;
import java.util.List;

/** One made-up story: its payloads, in the order they arrive. */
record Story(String name, List<Path> deliveries) {}

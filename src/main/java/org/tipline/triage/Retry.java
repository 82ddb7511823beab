package org.tipline.triage;

import java.util.Map;

/**
 * The same form once more, on the tip as it is now: for an editor who has seen what a colleague did
 * and still means it.
 *
 * @param label the key of what its button says
 */
record Retry(String action, Map<String, String> fields, String label) {}

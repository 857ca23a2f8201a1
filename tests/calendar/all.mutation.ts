/**
 * The tests that mutation runs hold src/calendar against, in one file that is imported once for each mutant; the
 * commands and the million random terms are left out.
 */
import "./day.test.ts";
import "./edges.test.ts";
import "./terms.test.ts";
import "./suspension.test.ts";
import "./elapsed.test.ts";
import "./kazakhstan.test.ts";
import "./opening-hours.test.ts";
import "./explanation.test.ts";
import "./zones.test.ts";
import "../library/calendars.test.ts";
import "./tables.test.ts";
import "./year-overview.test.ts";
import "./properties.test.ts";
import "./worked-examples.test.ts";
import "../law/start.test.ts";
import "../law/due.test.ts";
import "../law/last-hour.test.ts";

/**
 * The tests that mutation runs hold src/calendar against, in one file that is imported once for each mutant; those that
 * need a database, ajv or many random terms are left out.
 */
import "./edges.test.ts";
import "./terms.test.ts";
import "./suspension.test.ts";
import "./elapsed.test.ts";
import "./kazakhstan.test.ts";
import "./opening-hours.test.ts";
import "./explanation.test.ts";
import "./zones.test.ts";

#include "hearsay_resources.h"

// To add a file: embed its bytes here, and give it a line in the table below.
#define BYTES(identifier) static const _Alignas(64) unsigned char identifier[]

BYTES(seed_article) = {
#embed "../../seeds/trump-putin-call.txt"
};
BYTES(lexicon_article_lines) = {
#embed "lexicons/article-lines.txt"
};
BYTES(lexicon_page_lines) = {
#embed "lexicons/page-lines.txt"
};
BYTES(lexicon_languages) = {
#embed "lexicons/languages.txt"
};
BYTES(grammar_questions) = {
#embed "../../grammar/questions.grammar"
};
BYTES(grammar_verbs) = {
#embed "../../grammar/verbs.classes"
};
BYTES(grammar_words) = {
#embed "../../grammar/words.lists"
};
BYTES(grammar_names) = {
#embed "../../grammar/names.groups"
};
BYTES(grammar_spellings) = {
#embed "../../grammar/spellings.pairs"
};
BYTES(lexicon_abbreviations) = {
#embed "lexicons/abbreviations.txt"
};
BYTES(lexicon_contractions) = {
#embed "lexicons/contractions.txt"
};
BYTES(lexicon_predicate_openers) = {
#embed "lexicons/predicate-openers.txt"
};
BYTES(lexicon_hyphen_prefixes) = {
#embed "lexicons/hyphen-prefixes.txt"
};
BYTES(lexicon_units) = {
#embed "lexicons/units.txt"
};
BYTES(lexicon_sentence_starters) = {
#embed "lexicons/sentence-starters.txt"
};
BYTES(lexicon_speech_verbs) = {
#embed "lexicons/speech-verbs.txt"
};
BYTES(lexicon_currencies) = {
#embed "lexicons/currencies.txt"
};
BYTES(lexicon_quotation_verbs) = {
#embed "lexicons/quotation-verbs.txt"
};
BYTES(lexicon_impersonal_verbs) = {
#embed "lexicons/impersonal-verbs.txt"
};
BYTES(lexicon_calendar) = {
#embed "lexicons/calendar.txt"
};
BYTES(lexicon_lemmas) = {
#embed "lexicons/lemmas.txt"
};
BYTES(weights_language) = {
#embed "weights/language.network"
};
BYTES(weights_coreference) = {
#embed "weights/coreference.model"
};
BYTES(weights_attributions) = {
#embed "weights/attributions.model"
};
BYTES(lexicon_regions) = {
#embed "lexicons/regions.txt"
};
BYTES(lexicon_titles) = {
#embed "lexicons/titles.txt"
};
BYTES(lexicon_organizations) = {
#embed "lexicons/organizations.txt"
};
BYTES(lexicon_first_names) = {
#embed "lexicons/first-names.txt"
};
BYTES(lexicon_name_table) = {
#embed "lexicons/names.table"
};
BYTES(lexicon_nouns) = {
#embed "lexicons/nouns.txt"
};
BYTES(lexicon_nicknames) = {
#embed "lexicons/nicknames.txt"
};
BYTES(lexicon_word_fields) = {
#embed "lexicons/word-fields.txt"
};
BYTES(lexicon_people_verbs) = {
#embed "lexicons/people-verbs.txt"
};
BYTES(lexicon_set_phrases) = {
#embed "lexicons/set-phrases.txt"
};
BYTES(lexicon_name_clues) = {
#embed "lexicons/name-clues.txt"
};

BYTES(lexicon_related_words) = {
#embed "lexicons/related-words.txt"
};

#define ENTRY(name, identifier) {name, identifier, sizeof identifier}

static const hearsay_resource table[] = {
    ENTRY("seeds/trump-putin-call.txt", seed_article),
    ENTRY("lexicons/article-lines.txt", lexicon_article_lines),
    ENTRY("lexicons/page-lines.txt", lexicon_page_lines),
    ENTRY("lexicons/languages.txt", lexicon_languages),
    ENTRY("grammar/questions.grammar", grammar_questions),
    ENTRY("grammar/verbs.classes", grammar_verbs),
    ENTRY("grammar/words.lists", grammar_words),
    ENTRY("grammar/names.groups", grammar_names),
    ENTRY("grammar/spellings.pairs", grammar_spellings),
    ENTRY("lexicons/abbreviations.txt", lexicon_abbreviations),
    ENTRY("lexicons/contractions.txt", lexicon_contractions),
    ENTRY("lexicons/predicate-openers.txt", lexicon_predicate_openers),
    ENTRY("lexicons/hyphen-prefixes.txt", lexicon_hyphen_prefixes),
    ENTRY("lexicons/units.txt", lexicon_units),
    ENTRY("lexicons/sentence-starters.txt", lexicon_sentence_starters),
    ENTRY("lexicons/speech-verbs.txt", lexicon_speech_verbs),
    ENTRY("lexicons/quotation-verbs.txt", lexicon_quotation_verbs),
    ENTRY("lexicons/impersonal-verbs.txt", lexicon_impersonal_verbs),
    ENTRY("lexicons/calendar.txt", lexicon_calendar),
    ENTRY("lexicons/currencies.txt", lexicon_currencies),
    ENTRY("lexicons/lemmas.txt", lexicon_lemmas),
    ENTRY("weights/language.network", weights_language),
    ENTRY("weights/coreference.model", weights_coreference),
    ENTRY("weights/attributions.model", weights_attributions),
    ENTRY("lexicons/regions.txt", lexicon_regions),
    ENTRY("lexicons/titles.txt", lexicon_titles),
    ENTRY("lexicons/organizations.txt", lexicon_organizations),
    ENTRY("lexicons/first-names.txt", lexicon_first_names),
    ENTRY("lexicons/names.table", lexicon_name_table),
    ENTRY("lexicons/nouns.txt", lexicon_nouns),
    ENTRY("lexicons/nicknames.txt", lexicon_nicknames),
    ENTRY("lexicons/people-verbs.txt", lexicon_people_verbs),
    ENTRY("lexicons/set-phrases.txt", lexicon_set_phrases),
    ENTRY("lexicons/name-clues.txt", lexicon_name_clues),
    ENTRY("lexicons/word-fields.txt", lexicon_word_fields),
    ENTRY("lexicons/related-words.txt", lexicon_related_words),
    {NULL, NULL, 0},
};

const hearsay_resource *hearsay_resource_table(void) { return table; }

#include "cli/completion.h"

#include <vector>

#include <fmt/format.h>

#include "cli/flags.h"

namespace stemma::cli {
namespace {

std::string_view short_name(const Flag& flag) {
  const std::size_t comma = flag.names.find(',');
  return comma == std::string_view::npos ? std::string_view()
                                         : flag.names.substr(0, comma);
}

bool is_file(const Flag& flag) {
  return flag.argument == "FILE" || flag.argument == "DIR";
}

// Everything that can be typed after the verb, by spaces.
std::string words_of(const VerbInfo& verb) {
  std::string words = "--help";
  for (const Flag& flag : flags()) {
    if (!flag.belongs_to(verb.verb)) continue;
    words += fmt::format(" {}", long_name(flag));
    if (!short_name(flag).empty())
      words += fmt::format(" {}", short_name(flag));
  }
  return words;
}

std::string verb_names() {
  std::string names;
  for (const VerbInfo& verb : verbs()) {
    names += fmt::format("{}{}", names.empty() ? "" : " ", verb.name);
  }
  return names;
}

// Text between single quotes, for all three shells.
std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char byte : text) {
    if (byte == '\'') {
      out += "'\\''";
    } else {
      out += byte;
    }
  }
  return out + "'";
}

std::string bash_verb_case(const VerbInfo& verb) {
  std::string out =
      fmt::format("    {})\n      case \"$before\" in\n", verb.name);
  std::string free;
  for (const Flag& flag : flags()) {
    if (!flag.belongs_to(verb.verb) || flag.argument.empty()) continue;
    std::string names(long_name(flag));
    if (!short_name(flag).empty())
      names += fmt::format("|{}", short_name(flag));
    if (!flag.choices.empty()) {
      out += fmt::format(
          "        {}) COMPREPLY=($(compgen -W {} -- \"$word\")); return ;;\n",
          names, quoted(flag.choices));
    } else if (!is_file(flag)) {
      free += (free.empty() ? "" : "|") + names;
    }
  }
  if (!free.empty()) out += fmt::format("        {}) return ;;\n", free);
  return out + fmt::format("      esac\n      words={} ;;\n",
                           quoted(verb.verb == Verb::kCompletion
                                      ? "bash zsh fish --help"
                                      : words_of(verb)));
}

std::string bash_script() {
  std::string out =
      "# bash completion for stemma\n"
      "_stemma() {\n"
      "  local word=${COMP_WORDS[COMP_CWORD]}\n"
      "  local before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
      "  COMPREPLY=()\n"
      "  if ((COMP_CWORD == 1)); then\n";
  out += fmt::format(
      "    COMPREPLY=($(compgen -W {} -- \"$word\"))\n    return\n  fi\n"
      "  case \"${{COMP_WORDS[1]}}\" in\n",
      quoted(verb_names() + " --help --version"));
  for (const VerbInfo& verb : verbs()) out += bash_verb_case(verb);
  return out +
         "  esac\n"
         "  if [[ $word == -* || ${COMP_WORDS[1]} == completion ]]; then\n"
         "    COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _stemma stemma\n";
}

// What stands in an _arguments specification must not hold ':', '[' or ']'.
std::string zsh_text(std::string_view text) {
  std::string out;
  for (const char byte : text) {
    if (byte == ':' || byte == '[' || byte == ']') out += '\\';
    out += byte;
  }
  return out;
}

std::string zsh_flag(const Flag& flag, std::string_view name) {
  std::string spec = fmt::format("{}[{}]", name, zsh_text(flag.summary));
  if (!flag.argument.empty()) {
    std::string names = fmt::format(":{}:", flag.argument);
    // One after another, where it takes two.
    for (std::size_t at = 0; (at = names.find(' ', at)) != std::string::npos;) {
      names.replace(at, 1, ": :");
      at += 3;
    }
    spec += names;
    if (!flag.choices.empty()) spec += fmt::format("({})", flag.choices);
    if (is_file(flag)) spec += "_files";
  }
  return fmt::format("        {} \\\n", quoted(spec));
}

std::string zsh_script() {
  std::string out =
      "#compdef stemma\n# zsh completion for stemma\n"
      "_stemma() {\n  if ((CURRENT == 2)); then\n    local -a verbs=(\n";
  for (const VerbInfo& verb : verbs()) {
    out += fmt::format("      {}\n",
                       quoted(fmt::format("{}:{}", verb.name, verb.summary)));
  }
  out +=
      "    )\n    _describe verb verbs\n    return\n  fi\n"
      "  local verb=${words[2]}\n  shift words\n  ((CURRENT--))\n"
      "  case $verb in\n";
  for (const VerbInfo& verb : verbs()) {
    out += fmt::format("    {})\n      _arguments \\\n", verb.name);
    for (const Flag& flag : flags()) {
      if (!flag.belongs_to(verb.verb)) continue;
      out += zsh_flag(flag, long_name(flag));
      if (!short_name(flag).empty()) out += zsh_flag(flag, short_name(flag));
    }
    out += verb.verb == Verb::kCompletion
               ? "        ':shell:(bash zsh fish)' ;;\n"
               : "        '*:input:_files' ;;\n";
  }
  return out + "  esac\n}\n_stemma \"$@\"\n";
}

std::string fish_flag(const VerbInfo& verb, const Flag& flag) {
  std::string out = fmt::format(
      "complete -c stemma -n '__fish_seen_subcommand_from {}' -l {}", verb.name,
      long_name(flag).substr(2));
  if (!short_name(flag).empty()) {
    out += fmt::format(" -s {}", short_name(flag).substr(1));
  }
  if (!flag.argument.empty()) out += is_file(flag) ? " -r -F" : " -x";
  if (!flag.choices.empty()) {
    out += fmt::format(" -a {}", quoted(flag.choices));
  }
  return out + fmt::format(" -d {}\n", quoted(flag.summary));
}

std::string fish_script() {
  std::string out = "# fish completion for stemma\n";
  for (const VerbInfo& verb : verbs()) {
    out += fmt::format(
        "complete -c stemma -n __fish_use_subcommand -f -a {} -d {}\n",
        verb.name, quoted(verb.summary));
    for (const Flag& flag : flags()) {
      if (flag.belongs_to(verb.verb)) out += fish_flag(verb, flag);
    }
  }
  return out +
         "complete -c stemma -n '__fish_seen_subcommand_from completion' -f "
         "-a 'bash zsh fish'\n";
}

}  // namespace

std::string completion_script(std::string_view shell) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return zsh_script();
  return fish_script();
}

}  // namespace stemma::cli

#include "services/runtime/config.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <QFile>
#include <QProcessEnvironment>

#include <numeric>

namespace wemo::runtime {

namespace {
Failure wrong(const QString &message) {
    return failure(ErrorKind::InvalidInput, "bad-configuration", message);
}

const Config::Key *find(const QString &name) {
    for (const Config::Key &key : Config::keys())
        if (name == QLatin1StringView(key.name))
            return &key;
    return nullptr;
}

/// Number of letters to insert, delete or change.
int distance(const QString &a, const QString &b) {
    QList<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0]++;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const int changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

QString nearest(const QString &name, int within) {
    QString best;
    int least = within + 1;
    for (const Config::Key &key : Config::keys()) {
        const QString candidate = QString::fromLatin1(key.name);
        if (const int far = distance(name, candidate); far < least) {
            least = far;
            best = candidate;
        }
    }
    return best;
}

Failure unknown(const QString &name, const QString &where) {
    const QString guess = nearest(name, 4);
    return wrong(
        QString("Unknown key \"%1\" %2.%3")
            .arg(name.left(60), where, guess.isEmpty() ? QString() : QString(" Did you mean \"%1\"?").arg(guess)));
}

std::optional<QString> tomlText(const toml::node &node) {
    if (const auto text = node.value_exact<std::string>())
        return QString::fromStdString(*text);
    if (const auto number = node.value_exact<int64_t>())
        return QString::number(*number);
    if (const auto flag = node.value_exact<bool>())
        return QString(*flag ? "true" : "false");
    return std::nullopt;
}

/// Why the value does not fit the key; empty if it does. Never repeats a value: it may be a secret in the wrong place.
QString problemWith(const Config::Key &key, const QString &value) {
    using Kind = Config::Key::Kind;
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (key.kind == Kind::Number && (!isNumber || number < key.min || number > key.max))
        return QString("a whole number from %1 to %2").arg(key.min).arg(key.max);
    if (key.kind == Kind::Flag && value != "true" && value != "false")
        return "true or false";
    if (key.kind == Kind::Word && !QString::fromLatin1(key.words).split(' ').contains(value))
        return "one of: " + QString::fromLatin1(key.words).replace(' ', ", ");
    return {};
}
} // namespace

Result<Config> Config::read(const QStringList &arguments, const QHash<QString, QString> &environment) {
    // From the strongest to the weakest: what is set already stays.
    Config config;
    config.m_file = environment.value("WEMO_CONFIG");
    if (const auto ok = config.readArguments(arguments); !ok)
        return Failure(ok.error());
    if (const auto ok = config.readEnvironment(environment); !ok)
        return Failure(ok.error());
    if (!config.m_file.isEmpty())
        if (const auto ok = config.readFile(config.m_file); !ok)
            return Failure(ok.error());
    return config;
}

Result<void> Config::readArguments(const QStringList &arguments) {
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments[i];
        if (argument == "--help" || argument == "-h" || argument == "--version") {
            (argument == "--version" ? m_version : m_help) = true;
            continue;
        }
        if (argument == "--check-queues") {
            m_queueCheck = true;
            continue;
        }
        if (!argument.startsWith("--"))
            return wrong("Every argument is a --key with its value; one is not. See --help.");
        const qsizetype equals = argument.indexOf('=');
        const QString name = argument.mid(2, equals < 0 ? -1 : equals - 2);
        const Key *key = find(name);
        if (!key && name != "config")
            return unknown(name, "on the command line");
        if (key && key->secret)
            return wrong(
                QString("\"%1\" is a secret and everyone on this machine can read a command line: give it in the "
                        "file or as %2.")
                    .arg(name, "WEMO_" + name.toUpper().replace('-', '_')));
        const bool isBareFlag =
            key && key->kind == Key::Kind::Flag && equals < 0 &&
            (i + 1 == arguments.size() || (arguments[i + 1] != "true" && arguments[i + 1] != "false"));
        if (equals < 0 && !isBareFlag && i + 1 == arguments.size())
            return wrong(QString("--%1 needs a value.").arg(name));
        const QString value = equals >= 0 ? argument.mid(equals + 1) : isBareFlag ? QString("true") : arguments[++i];
        if (name == "config")
            m_file = value;
        else if (const auto ok = set(name, value, "on the command line"); !ok)
            return ok;
    }
    return {};
}

Result<void> Config::readEnvironment(const QHash<QString, QString> &environment) {
    for (const Key &key : keys()) {
        const QString name = QString::fromLatin1(key.name);
        const auto value = environment.constFind("WEMO_" + name.toUpper().replace('-', '_'));
        if (value == environment.cend())
            continue;
        if (const auto ok = set(name, *value, "in the environment"); !ok)
            return ok;
    }
    // Other programs of ours have WEMO_ variables too, so only what looks like a slip of one of these keys is refused.
    for (auto entry = environment.cbegin(); entry != environment.cend(); ++entry) {
        const QString name = entry.key().mid(5).toLower().replace('_', '-');
        if (entry.key().startsWith("WEMO_") && name != "config" && !find(name) && !nearest(name, 2).isEmpty())
            return unknown(entry.key(), QString("in the environment (%1)").arg(nearest(name, 2)));
    }
    return {};
}

Result<void> Config::readFile(const QString &path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return wrong(QString("The configuration file %1 cannot be read: %2.").arg(path, file.errorString()));
    const toml::parse_result parsed = toml::parse(file.readAll().toStdString());
    if (!parsed) {
        const std::string_view why = parsed.error().description();
        return wrong(QString("%1 line %2: %3.")
                         .arg(path)
                         .arg(parsed.error().source().begin.line)
                         .arg(QString::fromUtf8(why.data(), static_cast<qsizetype>(why.size()))));
    }
    for (const auto &[key, node] : parsed.table()) {
        const QString name = QString::fromUtf8(key.str().data(), static_cast<qsizetype>(key.str().size()));
        if (!find(name))
            return unknown(name, "in " + path);
        const std::optional<QString> value = tomlText(node);
        if (!value)
            return wrong(QString("\"%1\" in %2 must be a text, a whole number, true or false.").arg(name, path));
        if (const auto ok = set(name, *value, "in " + path); !ok)
            return ok;
    }
    return {};
}

Result<void> Config::set(const QString &name, const QString &value, const QString &where) {
    if (const QString expected = problemWith(*find(name), value); !expected.isEmpty())
        return wrong(QString("\"%1\" %2 must be %3.").arg(name, where, expected));
    if (!m_values.contains(name))
        m_values.insert(name, value);
    return {};
}

QHash<QString, QString> Config::systemEnvironment() {
    QHash<QString, QString> result;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names)
        if (name.startsWith("WEMO_"))
            result.insert(name, environment.value(name));
    return result;
}

QString Config::text(const char *name) const {
    const QString key = QString::fromLatin1(name);
    const Key *known = find(key);
    Q_ASSERT_X(known, "Config", name);
    return m_values.value(key, QString::fromLatin1(known->fallback));
}
qint64 Config::number(const char *name) const {
    return text(name).toLongLong();
}
bool Config::flag(const char *name) const {
    return text(name) == "true";
}
bool Config::isGiven(const char *name) const {
    return m_values.contains(QString::fromLatin1(name));
}

} // namespace wemo::runtime

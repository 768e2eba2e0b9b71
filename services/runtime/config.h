#pragma once
#include "models/core/result.h"

#include <QHash>
#include <QStringList>

namespace wemo::runtime {

/// What the service can be told. One table gives flags (--redis-url), environment (WEMO_REDIS_URL), file keys
/// (redis-url) and --help; flags win over the environment, that over the file, that over the defaults.
class Config {
public:
    struct Key {
        const char *name;
        const char *fallback;
        const char *help;
        enum class Kind { Text, Number, Flag, Word } kind = Kind::Text;
        const char *words = ""; ///< of a Word: "local server"
        bool secret = false;    ///< from file or environment only: a command line is seen by everyone on the machine
        qint64 min = 0, max = 0;
    };
    static const std::vector<Key> &keys();
    static QString help();

    /// `arguments` without the program's name; `environment` as NAME → value. Unknown keys, wrong values and secrets on
    /// the command line are refused by name.
    static Result<Config> read(const QStringList &arguments, const QHash<QString, QString> &environment);
    static QHash<QString, QString> systemEnvironment();

    QString text(const char *name) const;
    qint64 number(const char *name) const;
    bool flag(const char *name) const;
    bool isGiven(const char *name) const; ///< not just its default
    bool wantsHelp() const { return m_help; }
    bool wantsVersion() const { return m_version; }
    bool wantsQueueCheck() const { return m_queueCheck; }

private:
    Result<void> readArguments(const QStringList &arguments);
    Result<void> readEnvironment(const QHash<QString, QString> &environment);
    Result<void> readFile(const QString &path);
    Result<void> set(const QString &name, const QString &value, const QString &where);

    QHash<QString, QString> m_values;
    QString m_file;
    bool m_help = false;
    bool m_version = false;
    bool m_queueCheck = false;
};

} // namespace wemo::runtime

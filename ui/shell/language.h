#pragma once
#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

class QTranslator;

namespace wemo::ui {

/// The language of the console, changed while it runs: installs every translation of :/translations/<code> and Qt's
/// own, and sets the locale of numbers and dates. Widgets follow on QEvent::LanguageChange.
class Language final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Language)

public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;
    static const QStringList &codes();          ///< "en", "zh_TW"
    static QString nameOf(const QString &code); ///< in its own language
    static QString systemCode();
    /// Takes zh-TW too. An unknown code is English.
    void use(const QString &code);
    const QString &code() const { return m_code; }

Q_SIGNALS:
    void changed(const QString &code);

private:
    std::vector<std::unique_ptr<QTranslator>> m_translators;
    QString m_code;
};

} // namespace wemo::ui

#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace wemo::ui {

Language::Language(QObject *parent)
    : QObject(parent)
    , m_code("en") {}

Language::~Language() = default;

const QStringList &Language::codes() {
    static const QStringList codes{"en", "zh_TW"};
    return codes;
}

QString Language::nameOf(const QString &code) {
    return code == "zh_TW" ? QString::fromUtf8("繁體中文") : QString("English");
}

QString Language::systemCode() {
    return QLocale::system().language() == QLocale::Chinese ? QString("zh_TW") : QString("en");
}

void Language::use(const QString &wanted) {
    const QString normal = QString(wanted).replace('-', '_');
    m_code = codes().contains(normal) ? normal : codes().first();
    QLocale::setDefault(m_code == "en" ? QLocale(QLocale::English, QLocale::Taiwan) : QLocale(m_code));
    m_translators.clear(); // a translator uninstalls itself
    QStringList files{QLibraryInfo::path(QLibraryInfo::TranslationsPath) + "/qtbase_" + m_code + ".qm"};
    const QDir folder(":/translations/" + m_code);
    const QStringList names = folder.entryList({"*.qm"});
    for (const QString &name : names)
        files.append(folder.filePath(name));
    for (const QString &file : std::as_const(files)) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(file) && QCoreApplication::installTranslator(translator.get()))
            m_translators.push_back(std::move(translator));
    }
    Q_EMIT changed(m_code);
}

} // namespace wemo::ui

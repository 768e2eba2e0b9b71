#pragma once
#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

namespace wemo::tests {

/// The program's own SQL in a folder, beside statements of a test's; migrations from a name on may be held back.
class SqlFolder {
public:
    explicit SqlFolder(const QString &firstHeldBack = "9999") {
        QDirIterator files(":/sql", QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString from = files.next();
            if (from.contains("/migrations/") && files.fileName() >= firstHeldBack)
                m_heldBack.append(from);
            else
                copy(from);
        }
    }
    void addTheRest() {
        for (const QString &file : std::as_const(m_heldBack))
            copy(file);
    }
    void add(const QString &name, const QByteArray &text) const {
        QFile file(path("/common/" + name + ".sql"));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write");
    }
    QString root() const { return m_folder.path(); }

private:
    QString path(const QString &inside) const {
        const QString whole = m_folder.path() + inside;
        QDir().mkpath(QFileInfo(whole).path());
        return whole;
    }
    void copy(const QString &from) const { QFile::copy(from, path(from.mid(QString(":/sql").size()))); }

    QTemporaryDir m_folder;
    QStringList m_heldBack;
};

} // namespace wemo::tests

#pragma once
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace wemo::pages::simulator {

/// A name, one or more controls beneath it, and beneath them what is wrong with what was typed.
class FieldBox final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldBox)

public:
    /// The error label is called <name>Error.
    FieldBox(const QString &name, QWidget *parent);
    /// The first one is the label's buddy. Owned from now on.
    void add(QWidget *control, int stretch = 1);
    void setName(const QString &text);
    void setError(const QString &text);
    QString error() const;

private:
    QLabel *m_name;
    QLabel *m_error;
    QHBoxLayout *m_controls;
};

} // namespace wemo::pages::simulator

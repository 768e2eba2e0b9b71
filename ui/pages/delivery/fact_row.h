#pragma once
#include "ui/pages/delivery/delivery_watch.h"

#include <QWidget>

class QLabel;

namespace wemo::pages::delivery {

/// The figures one looks for first, in a row: what arrived, how fast, what it cost, what is left.
class FactRow final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactRow)

public:
    explicit FactRow(QWidget *parent = nullptr);
    void setPicture(const Picture &picture);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Fact {
        QLabel *name;
        QLabel *value;
        QLabel *note;
    };
    void put(int place, const QString &name, const QString &value, const QString &note);
    void fill();

    std::optional<Picture> m_picture;
    QList<Fact> m_facts;
};

} // namespace wemo::pages::delivery

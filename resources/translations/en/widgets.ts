<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>wemo::ui::Timeline</name>
    <message numerus="yes">
        <source>Timeline, %n steps</source>
        <translation>
            <numerusform>Timeline, %n step</numerusform>
            <numerusform>Timeline, %n steps</numerusform>
        </translation>
    </message>
</context>
</TS>

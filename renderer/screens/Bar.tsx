import type { ReactElement, ReactNode } from 'react';

interface BarProps {
  readonly role: 'alert' | 'status';
  readonly icon: ReactElement;
  readonly text: string;
  readonly children: ReactNode;
}

/** One thing to know of the whole window, and what can be done about it, over what it is about. */
export function Bar({ role, icon, text, children }: BarProps) {
  return (
    <div className={`plan-bar plan-bar-${role}`}>
      {icon}
      <p role={role} title={text}>
        {text}
      </p>
      {children}
    </div>
  );
}

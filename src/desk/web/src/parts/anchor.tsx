import { Anchor, type AnchorProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import { type ComponentPropsWithoutRef, forwardRef } from 'react'

type Props = AnchorProps & Omit<ComponentPropsWithoutRef<'a'>, keyof AnchorProps>

/** The library's anchor as a typed link of the router. */
export const PageLink = createLink(
  forwardRef<HTMLAnchorElement, Props>(function PageAnchor(props, ref) {
    return <Anchor ref={ref} {...props} />
  }),
)

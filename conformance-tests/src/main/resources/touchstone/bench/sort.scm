; A list of a million numbers, sorted by merging.
(define (random-list n)
  (let loop ((n n) (seed 42) (numbers '()))
    (if (= n 0)
        numbers
        (loop (- n 1)
              (modulo (+ (* seed 1103515245) 12345) 2147483648)
              (cons seed numbers)))))

; Destroys both lists, and needs no depth.
(define (merge! a b)
  (let ((head (cons 'head '())))
    (let loop ((last head) (a a) (b b))
      (cond ((null? a) (set-cdr! last b))
            ((null? b) (set-cdr! last a))
            ((< (car b) (car a)) (set-cdr! last b) (loop b a (cdr b)))
            (else (set-cdr! last a) (loop a (cdr a) b))))
    (cdr head)))

(define (sort! numbers n)
  (if (= n 1)
      (begin (set-cdr! numbers '()) numbers)
      (let* ((half (quotient n 2)) (back (list-tail numbers half)))
        (let ((sorted-back (sort! back (- n half))))
          (merge! (sort! numbers half) sorted-back)))))

(define (in-order? numbers)
  (or (null? (cdr numbers))
      (and (<= (car numbers) (cadr numbers)) (in-order? (cdr numbers)))))

(let ((sorted (sort! (random-list 1000000) 1000000)))
  (list (length sorted) (in-order? sorted) (car sorted)))
